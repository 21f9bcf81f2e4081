import {stat} from 'node:fs/promises';
import type {SourceFile} from './source-file.ts';

/** What is at a path that someone wants to save to. */
export type SavePlace = 'nothing' | 'file' | 'open-file' | 'folder';

export async function savePlace(path: string, source: SourceFile): Promise<SavePlace> {
	const stats = await stat(path).catch(() => undefined);
	if (stats === undefined) return 'nothing';
	if (stats.isDirectory()) return 'folder';
	return (await source.isAt(path)) ? 'open-file' : 'file';
}
