import assert from 'node:assert/strict';
import {chmod, chown, link, mkdir, readdir, readFile, stat, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {type SaveResult, type SaveTarget, save} from '../../source/records/save/save.ts';
import {temporaryFolder} from '../support/folder.ts';
import {openTableAt} from '../support/records.ts';

const {signal} = new AbortController();
const skip = process.getuid?.() !== 0 && 'NOT TESTED HERE: needs root to give files to other users and to act as them';

const nobody = 65_534;
const otherUser = 4242;
const otherGroup = 4343;

type Owned = {readonly uid: number; readonly gid: number; readonly mode: number};

/** A file of an owner, in a folder that everybody may use unless `folderMode` says else. */
async function fileOf(t: TestContext, {uid, gid, mode}: Owned, folderMode = 0o777): Promise<string> {
	const folder = join(await temporaryFolder(t), 'shared');
	await mkdir(folder);
	await chmod(dirname(folder), 0o755);
	const path = join(folder, 'w.csv');
	await writeFile(path, 'a,b\n1,2\n');
	await chown(path, uid, gid);
	await chmod(path, mode);
	await chmod(folder, folderMode);
	return path;
}

async function saveEdited(path: string, target: SaveTarget): Promise<SaveResult> {
	const records = await openTableAt(path);
	try {
		records.overlay.apply('edit', [2], () => ({kind: 'cells', cells: new Map([[0, 'x']])}));
		return await save(records, target, signal);
	} finally {
		await records.close();
	}
}

/** Runs something as another user of the machine. */
async function asNobody<Result>(work: () => Promise<Result>): Promise<Result> {
	process.setgroups?.([nobody]);
	process.setegid?.(nobody);
	process.seteuid?.(nobody);
	try {
		return await work();
	} finally {
		process.seteuid?.(0);
		process.setegid?.(0);
		process.setgroups?.([0]);
	}
}

async function owned(path: string): Promise<Owned> {
	const {uid, gid, mode} = await stat(path);
	return {uid, gid, mode: mode & 0o7777};
}

const inPlace = {kind: 'in-place'} as const;

for (const mode of [0o600, 0o640, 0o664, 0o666, 0o2664, 0o444]) {
	test(`root keeps owner, group and mode 0${mode.toString(8)}, in place and under -o`, {skip}, async t => {
		const old = {uid: otherUser, gid: otherGroup, mode};
		const path = await fileOf(t, old);
		assert.deepEqual((await saveEdited(path, inPlace)).notKept, []);
		assert.deepEqual(await owned(path), old);
		assert.equal(await readFile(path, 'utf8'), 'a,b\nx,2\n');
		const named = await fileOf(t, old);
		assert.deepEqual((await saveEdited(path, {kind: 'copy', path: named, replace: true})).notKept, []);
		assert.deepEqual(await owned(named), old);
	});
}

test('a user who may not keep the owner reports it, and lets nobody read what they could not read before', {
	skip,
}, async t => {
	const path = await fileOf(t, {uid: otherUser, gid: nobody, mode: 0o660});
	const {notKept} = await asNobody(() => saveEdited(path, inPlace));
	assert.deepEqual(notKept, ['owner']);
	assert.deepEqual(await owned(path), {uid: nobody, gid: nobody, mode: 0o660});
	const foreign = await fileOf(t, {uid: nobody, gid: otherGroup, mode: 0o664});
	assert.deepEqual((await asNobody(() => saveEdited(foreign, inPlace))).notKept, ['group', 'mode']);
	assert.deepEqual(await owned(foreign), {uid: nobody, gid: nobody, mode: 0o644});
});

test('a copy has the mode of its source, and belongs to the user', {skip}, async t => {
	const path = await fileOf(t, {uid: otherUser, gid: otherGroup, mode: 0o600});
	const copy = join(dirname(path), 'copy.csv');
	assert.deepEqual((await saveEdited(path, {kind: 'copy', path: copy, replace: false})).notKept, []);
	assert.deepEqual(await owned(copy), {uid: 0, gid: 0, mode: 0o600});
});

test('replaces a file with several names under this one, and reports that', async t => {
	const folder = await temporaryFolder(t);
	const path = join(folder, 'w.csv');
	await writeFile(path, 'a,b\n1,2\n');
	await link(path, join(folder, 'other.csv'));
	assert.deepEqual((await saveEdited(path, inPlace)).notKept, ['hard-links']);
	assert.equal(await readFile(join(folder, 'other.csv'), 'utf8'), 'a,b\n1,2\n');
	assert.deepEqual((await saveEdited(path, inPlace)).notKept, [], 'it has one name now');
});

for (const mode of [0o333, 0o1733]) {
	test(`in a folder of mode 0${mode.toString(8)} a save is reported as perhaps not durable`, {skip}, async t => {
		const path = await fileOf(t, {uid: nobody, gid: nobody, mode: 0o644}, mode);
		const {durability, path: saved} = await asNobody(() => saveEdited(path, inPlace));
		assert.equal(durability.kind, 'perhaps-not-durable');
		assert.equal(await readFile(saved, 'utf8'), 'a,b\nx,2\n');
	});
}

test('a folder that takes no file leaves everything as it was', {skip}, async t => {
	const path = await fileOf(t, {uid: nobody, gid: nobody, mode: 0o644}, 0o555);
	await assert.rejects(
		asNobody(() => saveEdited(path, inPlace)),
		{code: 'not-written'},
	);
	assert.equal(await readFile(path, 'utf8'), 'a,b\n1,2\n');
	assert.deepEqual(await readdir(dirname(path)), ['w.csv']);
});
