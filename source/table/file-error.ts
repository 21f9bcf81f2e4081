export type FileErrorCode =
	| 'no-such-file'
	| 'folder'
	| 'not-a-file'
	| 'not-readable'
	| 'file-changed'
	| 'already-exists'
	| 'not-written'
	| 'is-copy';

/** A file that cannot be read or written. The message says what happened, `next` what to do. */
export class FileError extends Error {
	override readonly name = 'FileError';
	readonly code: FileErrorCode;
	readonly next: string;

	constructor(code: FileErrorCode, message: string, next: string, cause?: unknown) {
		super(message, cause === undefined ? undefined : {cause});
		this.code = code;
		this.next = next;
	}

	static folder(path: string): FileError {
		return new FileError('folder', `${path} is a folder.`, 'Name the CSV file inside it.');
	}

	static notAFile(path: string): FileError {
		return new FileError('not-a-file', `${path} is not a regular file.`, 'Write it to a file first, then open that.');
	}

	static cannotOpen(path: string, cause: unknown): FileError {
		const code = systemCode(cause);
		if (code === 'ENOENT' || code === 'ENOTDIR') {
			return new FileError(
				'no-such-file',
				`There is no file ${path}.`,
				'Check the path and the folder you are in.',
				cause,
			);
		}

		return new FileError(
			'not-readable',
			`${path} cannot be read (${code ?? 'unknown reason'}).`,
			'Check who owns the file and its permissions.',
			cause,
		);
	}

	static changed(path: string): FileError {
		return new FileError(
			'file-changed',
			`${path} was changed by another program since it was opened.`,
			'Your edits are still here: save them under another name, or open the file again to see its new content.',
		);
	}

	static exists(path: string): FileError {
		return new FileError(
			'already-exists',
			`${path} is there already.`,
			'Name another file, or allow it to be replaced.',
		);
	}

	static notCopied(path: string, cause: unknown): FileError {
		const reason = systemCode(cause) === 'ENOSPC' ? 'the disk for temporary files is full' : systemCode(cause);
		return new FileError(
			'not-written',
			`${path} was not read: its temporary copy could not be written (${reason ?? 'unknown reason'}).`,
			'Make room, or name another folder for temporary files (TMPDIR), then try again.',
			cause,
		);
	}

	static isCopy(path: string): FileError {
		return new FileError(
			'is-copy',
			`${path} was not written: what is open is a converted copy of it, of which every byte may differ.`,
			'Save it under another name.',
		);
	}

	static notWritten(path: string, cause: unknown): FileError {
		const reason = systemCode(cause) === 'ENOSPC' ? 'the disk is full' : (systemCode(cause) ?? String(cause));
		return new FileError(
			'not-written',
			`${path} was not written: ${reason}. What was there before is untouched.`,
			'Make room or choose another folder, then save again.',
			cause,
		);
	}
}

function systemCode(error: unknown): string | undefined {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
