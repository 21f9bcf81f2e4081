import assert from 'node:assert/strict';
import {randomInt} from 'node:crypto';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {temporaryFolder} from '../../support/folder.ts';
import {answerOf, askReference} from './answer.ts';
import {makeLines} from './make-lines.ts';

const files = 300;

test(`${files} fresh resources files are judged as the reference judges them`, async t => {
	const folder = await temporaryFolder(t);
	const first = Number(process.env.SEED ?? randomInt(2 ** 31));
	const seeds = Array.from({length: files}, (_, at) => first + at);
	const pathOf = (seed: number) => join(folder, `${seed}.jsonl`);
	for (const seed of seeds) await writeFile(pathOf(seed), makeLines(seed));
	const expected = await askReference(seeds.map(pathOf));
	if (expected === undefined) return t.skip('there is no reference, or no python3');
	t.diagnostic(`seeds ${first} to ${first + files - 1}`);
	for (const [at, seed] of seeds.entries())
		assert.deepEqual(await answerOf(pathOf(seed)), expected[at], `seed ${seed}`);
});
