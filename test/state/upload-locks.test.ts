import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {rm, writeFile} from 'node:fs/promises';
import {hostname} from 'node:os';
import {join} from 'node:path';
import test from 'node:test';
import {fileURLToPath} from 'node:url';
import {openState} from '../../source/state/state.ts';
import {temporaryFolder} from '../support/folder.ts';

const target = {host: 'h', integration: 'i'};

test('an integration is locked once, also in one process, until the lock is released', async t => {
	const state = await openState(await temporaryFolder(t));
	t.after(() => state.close());
	const lock = await state.locks.acquire(target, new Date('2026-03-01T10:11:12.345Z'));
	const other = await state.locks.acquire({host: 'h', integration: 'other'});
	other.release();
	await assert.rejects(state.locks.acquire(target), {
		code: 'upload-in-progress',
		exitCode: 11,
		problem: `Another upload to this integration is in progress: process ${process.pid} on ${hostname()}, since 2026-03-01 10:11:12 UTC.`,
	});
	lock.release();
	(await state.locks.acquire(target)).release();
});

test('the lock of a killed process is free', async t => {
	const folder = await temporaryFolder(t);
	const state = await openState(folder);
	t.after(() => state.close());
	const script = fileURLToPath(new URL('lock-user.ts', import.meta.url));
	const child = spawn(process.execPath, ['--import=tsx', script, folder], {stdio: ['ignore', 'pipe', 'inherit']});
	t.after(() => child.kill('SIGKILL'));
	await once(child.stdout, 'data');
	await assert.rejects(state.locks.acquire(target), new RegExp(`process ${child.pid} on`));
	const closed = once(child, 'close');
	child.kill('SIGKILL');
	await closed;
	(await state.locks.acquire(target)).release();
});

test('locks that cannot be used are reported with their folder', async t => {
	const folder = await temporaryFolder(t);
	const state = await openState(folder);
	t.after(() => state.close());
	await writeFile(join(folder, 'locks'), '');
	await assert.rejects(state.locks.acquire(target), {code: 'state-unusable', message: /locks/});
	await rm(join(folder, 'locks'));
});
