import {findFile} from '../files/output.ts';
import {replaceFile} from '../files/replace-file.ts';
import type {SaveResult} from '../records/save/save.ts';

/** The mode of a new file, before the umask. */
const newFileMode = 0o666;

/** Writes a text to a file, as a whole or not at all. @throws UserError, `already-exists` if an existing file is refused */
export async function saveText(
	path: string,
	text: string,
	existing: 'refuse' | 'replace',
	signal: AbortSignal,
): Promise<SaveResult> {
	const replaced = await replaceFile(await findFile(path), {
		write: file => file.writeAll(encodeText(text)),
		existing,
		access: {kind: 'inherit', mode: newFileMode},
		signal,
	});
	return {...replaced, path, sourceChange: 'none'};
}

/** Returns a text as the content of a file or a stream. */
export async function* encodeText(text: string): AsyncGenerator<Buffer, void, void> {
	yield Buffer.from(text);
}
