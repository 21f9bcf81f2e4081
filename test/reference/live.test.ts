import assert from 'node:assert/strict';
import {randomInt} from 'node:crypto';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {temporaryFolder} from '../support/folder.ts';
import {answerOf, answerOfReference, type Printed} from './answer.ts';
import {makeFile} from './make-file.ts';
import {askReference} from './reference.ts';

const files = 1000;

test(`${files} fresh files are judged as the reference judges them`, async t => {
	const folder = await temporaryFolder(t);
	const first = Number(process.env.SEED ?? randomInt(2 ** 31));
	const seeds = Array.from({length: files}, (_, at) => first + at);
	const pathOf = (seed: number) => join(folder, `${seed}.csv`);
	for (const seed of seeds) await writeFile(pathOf(seed), makeFile(seed));
	const printed = await askReference(seeds.map(pathOf));
	if (printed === undefined) return t.skip('there is no reference, or no python3');
	t.diagnostic(`seeds ${first} to ${first + files - 1}`);
	for (const [at, seed] of seeds.entries()) {
		const expected: Printed | undefined = printed[at];
		assert.ok(expected !== undefined && expected.unsupported === undefined, `seed ${seed} is no fair question`);
		assert.deepEqual(await answerOf(pathOf(seed)), answerOfReference(expected), `seed ${seed}`);
	}
});
