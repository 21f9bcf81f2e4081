import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {readdir, utimes, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import test from 'node:test';
import {fixedCopyPath, save} from '../../source/records/save/save.ts';
import {openTable} from '../support/records.ts';

test('a save removes temporary files that a killed program has left, and no others', async t => {
	const records = await openTable(t, 'a,b\n1,2\n');
	const folder = dirname(records.file.path);
	const abandoned = `.secoda-upload-${randomUUID()}.tmp`;
	const running = `.secoda-upload-${randomUUID()}.tmp`;
	const foreign = [
		'notes.txt',
		'.secoda-upload-notes.tmp',
		`.${randomUUID()}.tmp`,
		`secoda-upload-${randomUUID()}.tmp`,
	];
	for (const name of [abandoned, running, ...foreign]) await writeFile(join(folder, name), 'x');
	const old = new Date(Date.now() - 2 * 3_600_000);
	for (const name of [abandoned, ...foreign]) await utimes(join(folder, name), old, old);
	const target = {kind: 'copy', path: fixedCopyPath(records.file.path), replace: false} as const;
	await save(records, target, new AbortController().signal);
	assert.deepEqual(
		(await readdir(folder)).sort(),
		['warehouse.csv', 'warehouse.fixed.csv', running, ...foreign].sort(),
	);
});
