import {existsSync} from 'node:fs';
import {dirname} from 'node:path';
import {systemCode, UserError} from '../errors/user-error.ts';

/** The errors of files that are written, one function for each. */
export const writeErrors = {
	exists(path: string): UserError<'already-exists'> {
		return new UserError('already-exists', `${path} already exists.`, 'Name another file, or allow it to be replaced.');
	},

	/** The file could not be written, and nothing has taken its name. */
	notWritten(path: string, cause: unknown, leftover?: string): UserError<'not-written'> {
		const {reason, advice} = explain(path, cause);
		return new UserError(
			'not-written',
			`${path} was not written: ${reason}. What was there before is unchanged.`,
			advice + removal(leftover),
			cause,
		);
	},

	/** A stream took a part of the file at most. */
	notStreamed(name: string, cause: unknown): UserError<'not-written'> {
		const reason = systemCode(cause) === 'EPIPE' ? 'its reader has closed it' : explain(name, cause).reason;
		return new UserError(
			'not-written',
			`Not everything was written to ${name}: ${reason}.`,
			'Do not use the part that was written. Run the command again.',
			cause,
		);
	},

	/** The user stopped a save before the new file had its name. */
	stopped(path: string, leftover?: string): UserError<'save-stopped'> {
		return new UserError(
			'save-stopped',
			`Stopped. ${path} was not written: what was there before is unchanged.`,
			`Run it again when you are ready.${removal(leftover)}`,
		);
	},

	/** The user stopped while a stream was being written. */
	streamStopped(name: string): UserError<'save-stopped'> {
		return new UserError(
			'save-stopped',
			`Stopped. Not everything was written to ${name}.`,
			'Do not use the part that was written. Run it again when you are ready.',
		);
	},

	folder(path: string): UserError<'folder'> {
		return new UserError('folder', `${path} names a folder.`, 'Add the name of the file to write.');
	},

	notWritable(path: string, what: string): UserError<'not-a-file'> {
		return new UserError('not-a-file', `${path} is ${what}.`, 'Name a regular file or a new one.');
	},

	/** A descriptor that the user did not open for writing. */
	notOpened(path: string): UserError<'wrong-usage'> {
		return new UserError(
			'wrong-usage',
			`${path} was not opened for writing.`,
			'Open it in the same command, such as -o /dev/fd/3 3>fixed.csv, or name a file.',
		);
	},

	isSource(path: string): UserError<'is-source'> {
		return new UserError(
			'is-source',
			`${path} leads to the input file itself. Nothing was changed.`,
			'Name another file, or replace the input with --in-place.',
		);
	},
};

function removal(leftover: string | undefined): string {
	return leftover === undefined ? '' : ` Remove the temporary file ${leftover}.`;
}

type Explanation = {readonly reason: string; readonly advice: string};

function explain(path: string, cause: unknown): Explanation {
	const code = systemCode(cause) ?? String(cause);
	const folder = dirname(path);
	switch (code) {
		case 'ENOSPC':
			return {reason: 'the disk is full', advice: 'Make room or choose another folder, then save again.'};
		case 'EDQUOT':
			return {reason: 'your disk quota is used up', advice: 'Make room or choose another folder, then save again.'};
		case 'ENOENT':
			// Some folders, such as /proc, refuse every new file in this way.
			if (existsSync(folder))
				return {reason: `no file can be created in ${folder} (${code})`, advice: 'Name a file in another folder.'};
			return {reason: `there is no folder ${folder}`, advice: 'Create the folder, or name a file in another one.'};
		case 'ELOOP':
			return {reason: 'its symbolic links lead in a circle', advice: 'Name another file.'};
		case 'ENOTDIR':
			return {reason: `${folder} is not a folder`, advice: 'Name a file in another folder.'};
		case 'EACCES':
		case 'EPERM':
		case 'EROFS':
			return {
				reason: `you may not write to the folder ${folder} (${code})`,
				advice: 'Check the permissions of the folder, or name a file in another one.',
			};
		default:
			return {reason: code, advice: 'Check the disk, or name a file in another folder, then save again.'};
	}
}
