import test from 'node:test';
import {temporaryFolder} from '../../support/folder.ts';
import {rounds} from '../../support/rounds.ts';
import {editRandomly, resourcesFile} from '../json/random-edits.ts';

test('after any edits findings and relatives are those of the saved file, and undo restores the bytes', async t => {
	const folder = await temporaryFolder(t);
	for (let seed = 1; seed <= rounds(20); seed++)
		await editRandomly(folder, [resourcesFile(seed)], seed, {edits: 25, compareEvery: 1});
});
