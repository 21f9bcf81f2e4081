import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {databaseShapes} from '../../test/mapping/shapes/databases.ts';
import {dictionaryShapes} from '../../test/mapping/shapes/dictionaries.ts';
import {knownShapes} from '../../test/mapping/shapes/known.ts';
import {misleadingShapes} from '../../test/mapping/shapes/misleading.ts';
import type {Expected} from './score.ts';

/** A file, and the recipe that a person would choose for it. */
export type ProposalCase = {readonly path: string; readonly name: string; readonly expected: Expected};

/** Writes the shapes of the tests to files in a folder. */
export async function shapeCases(folder: string): Promise<readonly ProposalCase[]> {
	const shapes = [...knownShapes, ...databaseShapes, ...dictionaryShapes, ...misleadingShapes];
	return Promise.all(
		shapes.map(async ({name, text, mapping, ...expected}, at) => {
			const path = join(folder, `${at}.csv`);
			await writeFile(path, text);
			return {path, name, expected: {...expected, map: mapping}};
		}),
	);
}

/** Reads the cases of a folder: its `expected.json` has the recipe of each file. */
export async function folderCases(folder: string): Promise<readonly ProposalCase[]> {
	const recipes: Readonly<Record<string, Expected>> = JSON.parse(await readFile(join(folder, 'expected.json'), 'utf8'));
	return Object.entries(recipes).map(([name, expected]) => ({path: join(folder, name), name, expected}));
}
