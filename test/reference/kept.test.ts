import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {warehouse} from '../../source/kinds/warehouse/warehouse.ts';
import {temporaryFolder} from '../support/folder.ts';
import {type Answer, answerOf} from './answer.ts';
import {makeFile} from './make-file.ts';

const answers = JSON.parse(readFileSync(new URL('./answers.json', import.meta.url), 'utf8')) as readonly Answer[];

test(`${answers.length} files are judged as the reference judged them`, async t => {
	const folder = await temporaryFolder(t);
	assert.ok(answers.length >= 300);
	for (const [seed, expected] of answers.entries()) {
		const path = join(folder, `${seed}.csv`);
		await writeFile(path, makeFile(seed));
		assert.deepEqual(await answerOf(path), expected, `seed ${seed}`);
	}
});

test('the files hold every problem that the reference knows, and some hold none', () => {
	const found = new Set(answers.flatMap(({counts}) => Object.keys(counts)));
	// The reference leaves other encodings, separators, quotes and kinds of text to the program.
	const absent = new Set([
		...['format-error', 'wrong-kind', 'empty-file', 'dialect'],
		...['encoding-error', 'quote-error', 'record-too-long'],
	]);
	assert.deepEqual([...found].sort(), [...warehouse.codes.keys()].filter(code => !absent.has(code)).sort());
	assert.ok(answers.some(({headerRow}) => Number(headerRow) > 1));
	assert.ok(answers.some(({valid, records}) => valid && Number(records) > 1));
});
