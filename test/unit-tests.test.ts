import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {basename, relative, sep} from 'node:path';
import test from 'node:test';
import {fileURLToPath} from 'node:url';
import {groupsOf, testFiles, unitFiles} from '../scripts/test-files.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

test('no unit test uses the built program, a terminal or a server', () => {
	const folders = new Set(unitFiles().map(file => relative(root, file).split(sep)[0]));
	for (const folder of ['terminal', 'torture', 'sandbox']) assert.ok(!folders.has(folder), folder);
	for (const folder of ['app', 'kinds', 'plan', 'records', 'session', 'text']) assert.ok(folders.has(folder), folder);
	assert.ok(unitFiles().some(file => basename(file) === basename(import.meta.filename)));
});

test('every test file is in exactly one group', () => {
	const grouped = groupsOf(testFiles()).flatMap(({files}) => files);
	assert.deepEqual(grouped.toSorted(), testFiles().toSorted());
});

test('no test file changes what the files in its process share', () => {
	for (const file of testFiles())
		assert.doesNotMatch(
			readFileSync(file, 'utf8'),
			/^(?:before|after)Each\(|process\.env(?:\.\w+|\[[^\]]*\]) =[^=]/m,
			file,
		);
});
