import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {lineage} from '../../../source/kinds/lineage/lineage.ts';
import {Bundle} from '../../../source/session/bundle.ts';
import {temporaryFolder} from '../../support/folder.ts';
import {type Answer, answerOfSession} from '../json-lines.ts';
import {makeLineage} from './make-lineage.ts';
import {makeResources} from './make-resources.ts';

const answers = JSON.parse(await readFile(new URL('./answers.json', import.meta.url), 'utf8')) as readonly Answer[];

test(`the lineage files of ${answers.length} pairs are judged as the reference judged them`, async t => {
	const folder = await temporaryFolder(t);
	assert.ok(answers.length >= 400);
	for (const [seed, expected] of answers.entries()) {
		const paths = [join(folder, 'resources.jsonl'), join(folder, 'lineage.jsonl')] as const;
		await writeFile(paths[0], makeResources(seed));
		await writeFile(paths[1], makeLineage(seed));
		const bundle = await Bundle.open(paths, new AbortController().signal);
		const [session] = bundle.others;
		assert.ok(session !== undefined);
		assert.deepEqual(answerOfSession(session), expected, `seed ${seed}`);
		await bundle.close();
	}
});

test('the lineage files hold every problem that a file can have, and some hold none', () => {
	const found = new Set(answers.flatMap(({counts}) => Object.keys(counts)));
	// The reference has no limit of length, and the first line decides that a file is a lineage file.
	const absent = new Set(['record-too-long', 'no-records', 'wrong-kind']);
	const expected = [...lineage.codes.keys()].filter(code => !absent.has(code));
	assert.deepEqual([...found].sort(), expected.sort());
	assert.ok(answers.some(({valid, records}) => valid && records > 1));
});
