import assert from 'node:assert/strict';
import {randomInt} from 'node:crypto';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {lineage} from '../../../source/kinds/lineage/lineage.ts';
import {Bundle} from '../../../source/session/bundle.ts';
import {temporaryFolder} from '../../support/folder.ts';
import {answerOf, answerOfSession, askReference} from '../json-lines.ts';
import {makeLineage} from './make-lineage.ts';
import {makeResources} from './make-resources.ts';

const files = 300;

test(`${files} fresh lineage files are judged as the reference judges them`, async t => {
	const folder = await temporaryFolder(t);
	const first = firstSeed();
	const seeds = Array.from({length: files}, (_, at) => first + at);
	const pathOf = (seed: number) => join(folder, `${seed}.jsonl`);
	for (const seed of seeds) await writeFile(pathOf(seed), makeLineage(seed));
	const expected = await askReference(seeds.map(seed => ({resources: '-', lineage: pathOf(seed)})));
	if (expected === undefined) return t.skip('there is no reference, or no python3');
	t.diagnostic(`seeds ${first} to ${first + files - 1}`);
	for (const [at, seed] of seeds.entries()) {
		assert.deepEqual(await answerOf(pathOf(seed), lineage), expected[at]?.lineage, `seed ${seed}`);
	}
});

test(`the files of ${files} fresh pairs are judged as the reference judges them`, async t => {
	const folder = await temporaryFolder(t);
	const first = firstSeed();
	const pairs = Array.from({length: files}, (_, at) => ({
		seed: first + at,
		resources: join(folder, `${at}r.jsonl`),
		lineage: join(folder, `${at}.jsonl`),
	}));
	for (const pair of pairs) {
		await writeFile(pair.resources, makeResources(pair.seed));
		await writeFile(pair.lineage, makeLineage(pair.seed));
	}

	const expected = await askReference(pairs);
	if (expected === undefined) return t.skip('there is no reference, or no python3');
	t.diagnostic(`seeds ${first} to ${first + files - 1}`);
	for (const [at, pair] of pairs.entries()) {
		const bundle = await Bundle.open([pair.resources, pair.lineage], new AbortController().signal);
		const [resources, edges] = bundle.sessions.map(answerOfSession);
		await bundle.close();
		assert.deepEqual({resources, lineage: edges}, expected[at], `seed ${pair.seed}`);
	}
});

function firstSeed(): number {
	return Number(process.env.SEED ?? randomInt(2 ** 31));
}
