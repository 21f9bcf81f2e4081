import {type ErrorOf, errorGroup} from '../../errors/error-group.ts';
import {systemCode} from '../../errors/user-error.ts';

const group = errorGroup(
	'no-such-file',
	'folder',
	'not-a-file',
	'not-readable',
	'file-changed',
	'file-replaced',
	'already-exists',
	'not-written',
	'is-copy',
);

/** A file that cannot be read or written. */
export type FileError = ErrorOf<typeof group>;

export const isFileError = group.is;

const fileError = group.make;

/** The errors of files, one function for each. */
export const fileErrors = {
	folder(path: string): FileError {
		return fileError('folder', `${path} is a folder.`, 'Name the CSV file inside it.');
	},

	notAFile(path: string): FileError {
		return fileError('not-a-file', `${path} is not a regular file.`, 'Write it to a file first, then open that.');
	},

	pipe(path: string): FileError {
		return fileError(
			'not-a-file',
			`${path} is a pipe, not a regular file.`,
			'Write it to a file first, then open that. check, fix and upload also read standard input: … | secoda-upload check -',
		);
	},

	cannotOpen(path: string, cause: unknown): FileError {
		const code = systemCode(cause);
		if (code === 'ENOENT' || code === 'ENOTDIR') {
			return fileError('no-such-file', `There is no file ${path}.`, 'Check the path and the folder you are in.', cause);
		}

		return this.cannotRead(path, cause);
	},

	cannotRead(path: string, cause: unknown): FileError {
		const code = systemCode(cause) ?? String(cause);
		const hint =
			code === 'EACCES' || code === 'EPERM'
				? 'Check who owns the file and its permissions.'
				: 'Check the disk or network drive that it is on, then try again.';
		return fileError('not-readable', `${path} cannot be read: ${code}.`, hint, cause);
	},

	changed(path: string): FileError {
		return fileError(
			'file-changed',
			`${path} was changed by another program since it was opened.`,
			'Open it again to work with its new content, or put it back as it was and try again.',
		);
	},

	replaced(path: string): FileError {
		return fileError(
			'file-replaced',
			`${path} was changed by another program since it was opened; it was not overwritten.`,
			'Save your edits under another name, or open the file again to work with its new content.',
		);
	},

	notCopied(path: string, cause: unknown): FileError {
		const reason = systemCode(cause) === 'ENOSPC' ? 'the disk for temporary files is full' : systemCode(cause);
		return fileError(
			'not-written',
			`${path} was not read: its temporary copy could not be written (${reason ?? 'unknown reason'}).`,
			'Make room, or name another folder for temporary files (TMPDIR), then try again.',
			cause,
		);
	},

	isCopy(path: string): FileError {
		return fileError(
			'is-copy',
			`${path} was not written: what is open is a converted copy of it, of which every byte may differ.`,
			'Save it under another name.',
		);
	},
};
