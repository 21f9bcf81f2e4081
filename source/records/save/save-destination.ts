import {stat} from 'node:fs/promises';
import {findFile} from '../../files/output.ts';
import type {SourceFile} from '../source/source-file.ts';

/** The kind of file at the path of a save. */
export type ExistingFile = 'nothing' | 'file' | 'open-file';

/** Returns what is at the path of a save. @throws UserError if a file cannot replace it. */
export async function findSaveDestination(path: string, source: SourceFile): Promise<ExistingFile> {
	const file = await findFile(path);
	const isThere = await stat(file).then(
		() => true,
		() => false,
	);
	if (!isThere) return 'nothing';
	return (await source.isAt(file)) ? 'open-file' : 'file';
}
