import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {resources} from '../../../source/kinds/resources/resources-kind.ts';
import {temporaryFolder} from '../../support/folder.ts';
import {type Answer, answerOf} from './answer.ts';
import {makeLines} from './make-lines.ts';

const answers = JSON.parse(await readFile(new URL('./answers.json', import.meta.url), 'utf8')) as readonly Answer[];

test(`${answers.length} resources files are judged as the reference judged them`, async t => {
	const folder = await temporaryFolder(t);
	assert.ok(answers.length >= 400);
	for (const [seed, expected] of answers.entries()) {
		const path = join(folder, `${seed}.jsonl`);
		await writeFile(path, makeLines(seed));
		assert.deepEqual(await answerOf(path), expected, `seed ${seed}`);
	}
});

test('the files hold every problem that a file can have, and some hold none', () => {
	const found = new Set(answers.flatMap(({counts}) => Object.keys(counts)));
	// The reference has no limit of length, and no file without records that is not empty.
	const expected = [...resources.codes.keys(), 'empty-file'].filter(
		code => code !== 'record-too-long' && code !== 'no-records',
	);
	assert.deepEqual([...found].sort(), expected.sort());
	assert.ok(answers.some(({valid, records}) => valid && records > 1));
});
