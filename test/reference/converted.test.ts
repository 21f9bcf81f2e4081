import assert from 'node:assert/strict';
import {randomInt} from 'node:crypto';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {Session} from '../../source/session/session.ts';
import {temporaryFolder} from '../support/folder.ts';
import {type JudgedResources, judgeResources} from './jsonl-reference.ts';
import {makeFile} from './make-file.ts';

/** The problems of a CSV that its resources have too; all are warnings. */
const shared = new Set(['case-collision', 'invisible-character', 'null-mark', 'mojibake', 'escaped-newline']);

const files = 200;

/** A file that was converted: its number of records, and that of each type of resource. */
type Converted = {
	readonly path: string;
	readonly seed: number;
	readonly records: number;
	readonly counts: Readonly<Record<string, number>>;
};

test(`the resources of ${files} fresh files without errors are right by the reference`, async t => {
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
			converted.push({path, seed, records: session.recordCount, counts: conversion.counts});
		}

		await session?.close();
	}

	const judged = await judgeResources(converted.map(({path}) => path));
	if (judged === undefined) return t.skip('there is no reference, or no python3');
	for (const [at, {seed, records, counts}] of converted.entries()) {
		const answer: JudgedResources | undefined = judged[at];
		assert.equal(answer?.valid, true, `seed ${seed}: ${JSON.stringify(answer?.counts)}`);
		assert.deepEqual(
			Object.keys(answer.counts).filter(code => !shared.has(code)),
			[],
			`seed ${seed}`,
		);
		assert.deepEqual([answer.entities, counts['column']], [counts, records], `seed ${seed}`);
	}
});
