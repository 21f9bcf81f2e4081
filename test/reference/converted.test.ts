import assert from 'node:assert/strict';
import {randomInt} from 'node:crypto';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {Session} from '../../source/session/session.ts';
import {temporaryFolder} from '../support/folder.ts';
import {makeFile} from './make-file.ts';
import {type Answer, answerOf, askReference} from './resources/answer.ts';

/** The problems of a CSV that its resources have too; all are warnings. */
const shared = new Set(['case-collision', 'invisible-character', 'null-mark', 'mojibake', 'escaped-newline']);

const files = 100;

/** A converted file and its number of lines. */
type Converted = {readonly path: string; readonly seed: number; readonly records: number};

test(`the resources of ${files} fresh files without errors are right by the rules and by the reference`, async t => {
	const folder = await temporaryFolder(t);
	const {signal} = new AbortController();
	let seed = Number(process.env.SEED ?? randomInt(2 ** 31));
	t.diagnostic(`first seed ${seed}`);
	const source = join(folder, 'w.csv');
	const converted: Converted[] = [];
	for (; converted.length < files; seed++) {
		await writeFile(source, makeFile(seed));
		const session = await Session.open(source, signal).catch(() => undefined);
		const conversion = session?.isValid === true ? session.conversion() : undefined;
		if (session !== undefined && conversion !== undefined) {
			const path = join(folder, `${seed}.jsonl`);
			await writeFile(path, conversion.write(signal));
			const {counts} = conversion;
			assert.equal(counts['column'], session.recordCount, `seed ${seed}`);
			const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
			converted.push({path, seed, records});
		}

		await session?.close();
	}

	for (const {path, seed, records} of converted) {
		const answer = await answerOf(path);
		assertRight(answer, seed);
		assert.equal(answer.records, records, `seed ${seed}`);
	}

	const judged = await askReference(converted.map(({path}) => path));
	if (judged === undefined) return t.diagnostic('there is no reference, or no python3');
	for (const [at, {seed, records}] of converted.entries()) {
		const answer: Answer | undefined = judged[at];
		assert.ok(answer !== undefined);
		assertRight(answer, seed);
		assert.equal(answer.records, records, `seed ${seed}`);
	}
});

function assertRight({valid, counts}: Answer, seed: number): void {
	assert.equal(valid, true, `seed ${seed}: ${JSON.stringify(counts)}`);
	const others = Object.keys(counts).filter(code => !shared.has(code));
	assert.deepEqual(others, [], `seed ${seed}`);
}
