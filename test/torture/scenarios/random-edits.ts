import {AssertionError} from 'node:assert/strict';
import {editRandomly, pairOf} from '../../kinds/json/random-edits.ts';
import {temporaryFolder} from '../../support/folder.ts';
import {inScope} from '../scenario.ts';
import type {Broken, Tally} from '../tally.ts';

const name = 'random edits of pairs';

/** The edits of each pair. Many pairs find more than many edits of one. */
const perPair = {edits: 25, compareEvery: 5};

/** Edits generated pairs of JSON Lines: findings must stay those of the saved files, and undo must restore everything. */
export async function tormentPairs(tally: Tally, edits: number): Promise<void> {
	await inScope(async t => {
		const folder = await temporaryFolder(t);
		for (let seed = 0; seed * perPair.edits < edits; seed++) tally.add(name, await editPair(folder, seed));
	});
}

async function editPair(folder: string, seed: number): Promise<readonly Broken[]> {
	try {
		await editRandomly(folder, pairOf(seed), seed, perPair);
		return [];
	} catch (error) {
		const kind = error instanceof AssertionError ? 'wrong after edits' : 'crash';
		return [{kind, what: `${name}, seed ${seed}: ${String(error).split('\n').slice(0, 12).join('\n')}`}];
	}
}
