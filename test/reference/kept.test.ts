import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
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
	assert.deepEqual([...found].sort(), [
		'blank-row',
		'boolean',
		'case-collision',
		'duplicate-label',
		'duplicate-row',
		'epoch',
		'escaped-newline',
		'extra-cell',
		'extra-label',
		'implausible-time',
		'integer',
		'invisible-character',
		'lowercased',
		'missing-cell',
		'missing-label',
		'no-records',
		'null-mark',
		'period-in-name',
		'required',
		'table-conflict',
		'whitespace',
	]);
	assert.ok(answers.some(({valid, records}) => valid && Number(records) > 1));
});
