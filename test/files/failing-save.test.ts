import assert from 'node:assert/strict';
import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {temporaryFolder} from '../support/folder.ts';
import {header, recordLine} from '../support/session.ts';
import {noStrace, runInjected} from '../support/strace.ts';

const before = `${header}\n${recordLine({is_view: 'no'})}\n`;
const after = before.replace(',no,', ',false,');

type Case = {
	readonly title: string;
	readonly inject: readonly string[];
	/** Only calls on the folder itself, or on the input file, are made to fail. */
	readonly on?: '.' | 'w.csv';
	/** The state afterwards. */
	readonly is: 'durable' | 'perhaps-not-durable' | 'not-written';
	readonly isLeftOver?: true;
	/** `--in-place` when absent. */
	readonly args?: readonly string[];
};

const copy = {args: []} as const;

/** The calls that can fail while a file is saved. The program makes no other calls of these kinds on its folder. */
const cases: readonly Case[] = [
	{title: 'nothing fails', inject: ['fsync:error=EIO:when=99'], is: 'durable'},
	{title: 'the fsync of the file fails', inject: ['fsync:error=EIO:when=1'], is: 'not-written'},
	{title: 'the fsync of the folder fails', inject: ['fsync:error=EIO:when=2'], is: 'perhaps-not-durable'},
	{
		title: 'the fsync of the folder of a copy fails',
		inject: ['fsync:error=EIO:when=2'],
		is: 'perhaps-not-durable',
		...copy,
	},
	{title: 'the folder cannot sync', inject: ['fsync:error=EINVAL:when=2'], is: 'durable'},
	{title: 'the folder cannot be opened', inject: ['openat:error=EACCES'], on: '.', is: 'perhaps-not-durable'},
	{title: 'the rename fails', inject: ['rename:error=EIO'], is: 'not-written'},
	{title: 'the link fails', inject: ['link:error=EIO'], is: 'not-written', ...copy},
	{title: 'there are no hard links', inject: ['link:error=EPERM'], is: 'durable', ...copy},
	{title: 'there are no hard links (EOPNOTSUPP)', inject: ['link:error=EOPNOTSUPP'], is: 'durable', ...copy},
	{
		title: 'there are no hard links, and the rename fails',
		inject: ['link:error=EPERM', 'rename:error=EIO'],
		is: 'not-written',
		...copy,
	},
	{
		title: 'the temporary name cannot be removed after the link',
		inject: ['unlink:error=EIO'],
		is: 'durable',
		isLeftOver: true,
		...copy,
	},
	{
		title: 'neither the rename nor the removal of the temporary file works',
		inject: ['rename:error=EIO', 'unlink:error=EIO'],
		is: 'not-written',
		isLeftOver: true,
	},
	{title: 'the folder cannot be closed', inject: ['close:error=EIO'], on: '.', is: 'durable'},
	{title: 'the input cannot be closed', inject: ['close:error=EIO'], on: 'w.csv', is: 'durable'},
	{title: 'the input of a copy cannot be closed', inject: ['close:error=EIO'], on: 'w.csv', is: 'durable', ...copy},
];

for (const item of cases) {
	test(`a save says exactly what it did when ${item.title}`, {skip: noStrace}, async t => {
		const {inject, on, args = ['--in-place']} = item;
		const home = await temporaryFolder(t);
		await writeFile(join(home, 'w.csv'), before);
		const {code, stdout, stderr} = await runInjected(
			{inject, ...(on === undefined ? {} : {path: join(home, on)})},
			['fix', 'w.csv', ...args, '--json'],
			{home, env: {SECODA_UPLOAD_HOME: join(home, 'settings')}},
		);
		const result = JSON.parse(stdout);
		const saved = join(home, args.length === 0 ? 'w.fixed.csv' : 'w.csv');
		const content = await readFile(saved, 'utf8').catch(() => undefined);
		if (item.is === 'not-written') {
			assert.deepEqual([code, result.error.code], [3, 'not-written']);
			assert.equal(content, args.length === 0 ? undefined : before);
		} else {
			assert.deepEqual([code, result.durability, content], [0, item.is, after]);
			assert.doesNotMatch(stdout + stderr, /not written|unchanged/);
		}

		const leftovers = (await readdir(home)).filter(name => name.endsWith('.tmp'));
		assert.equal(leftovers.length > 0, item.isLeftOver === true, String(leftovers));
		for (const name of leftovers)
			assert.ok(stdout.includes(join(home, name)), 'the message does not name the file to remove');
	});
}

test('reports that a save may not survive a power failure', {skip: noStrace}, async t => {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'w.csv'), before);
	const {code, stdout} = await runInjected({inject: ['fsync:error=EIO:when=2']}, ['fix', 'w.csv'], {home});
	assert.equal(code, 0);
	assert.match(stdout, /Saved to w\.fixed\.csv, but it may not survive a power failure/);
});
