import test from 'node:test';
import {temporaryFolder} from '../../support/folder.ts';
import {rounds} from '../../support/rounds.ts';
import {editRandomly, lineageFile} from '../json/random-edits.ts';

test('after any edits the findings are those of the saved file, and undo restores the bytes', async t => {
	const folder = await temporaryFolder(t);
	for (let seed = 0; seed < rounds(100); seed++)
		await editRandomly(folder, [lineageFile(seed)], seed, {edits: 12, compareEvery: 4});
});
