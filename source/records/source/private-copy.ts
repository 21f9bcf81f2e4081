import {open, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {forgetTemporary, registerTemporary} from '../../files/temporary-paths.ts';
import {fileErrors} from './file-error.ts';
import {SourceFile} from './source-file.ts';
import {makeTemporaryFolder} from './temporary-folder.ts';

/**
Writes pieces to a temporary file that only this user can read, and opens it with the name `path`. It is removed when the file is
closed; on most systems also if the program is killed.

@throws FileError `not-written` if there is no room for it.
*/
export async function openPrivateCopy(
	path: string,
	pieces: AsyncIterable<Uint8Array>,
	signal: AbortSignal,
): Promise<SourceFile> {
	const folder = await makeTemporaryFolder('secoda-upload-');
	registerTemporary(folder);
	const remove = async () => {
		await rm(folder, {recursive: true, force: true});
		forgetTemporary(folder);
	};
	const copy = {path: join(folder, 'copy.csv'), remove};
	try {
		const notCopied = (error: unknown) => Promise.reject(fileErrors.notCopied(path, error));
		const handle = await open(copy.path, 'wx', 0o600).catch(notCopied);
		try {
			for await (const piece of pieces) {
				signal.throwIfAborted();
				await handle.writeFile(piece).catch(notCopied);
			}
		} finally {
			await handle.close();
		}

		return await SourceFile.open(path, copy);
	} catch (error) {
		await copy.remove();
		throw error;
	}
}
