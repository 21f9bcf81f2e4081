import assert from 'node:assert/strict';
import test from 'node:test';
import {edit, listed} from '../sandbox/client.ts';
import {recordLine} from '../support/session.ts';
import {type RowsUploader, rowsUploader, sendOnly} from '../support/upload-rows.ts';

const file = [recordLine({col_name: 'a', col_description: 'text'}), recordLine({col_name: 'b'})];

/** Uploads the file, which is confirmed. */
async function confirmed(uploader: RowsUploader): Promise<RowsUploader> {
	assert.equal((await uploader.upload(file)).ending.outcome, 'confirmed');
	return uploader;
}

test('nothing is sent if the catalog and the last confirmed snapshot are as the file, unless it is forced', async t => {
	const {upload, sandbox, state} = await confirmed(await rowsUploader(t));
	const never = {decide: () => assert.fail('nothing to decide')};
	for (let times = 1; times <= 2; times++) {
		const {ending, events} = await upload(file, never);
		assert.deepEqual([ending.outcome, ending.exitCode, ending.sent], ['unchanged', 0, null]);
		assert.match(ending.message, /all 3 tables and columns .*upload #1 /);
		assert.ok(events.some(({type}) => type === 'planned'));
	}

	assert.equal(sandbox.uploads.length, 1);
	assert.deepEqual(
		state.history.list(3).map(({outcome}) => outcome),
		['unchanged', 'unchanged', 'confirmed'],
	);
	assert.equal((await upload(file, {...sendOnly, force: true})).ending.outcome, 'accepted');
	assert.equal(sandbox.uploads.length, 2);
});

test('a file is sent if anything differs from it, or could', async t => {
	const changes: ReadonlyArray<readonly [what: string, change: (uploader: RowsUploader) => Promise<unknown>]> = [
		['the upload before was not confirmed', ({upload}) => upload(file, {...sendOnly, force: true})],
		['another file was sent since', ({upload}) => upload(file.slice(1), sendOnly)],
		['the catalog has no totals', async ({sandbox}) => Object.assign(sandbox.switches, {countKnown: false})],
		[
			'a person archived a page',
			async ({sandbox}) => {
				for (const page of sandbox.model.pages()) page.archived = true;
			},
		],
		[
			'a person changed a description',
			async ({sandbox}) => {
				const page = (await listed(sandbox, 'table/columns')).find(({title}) => title === 'a');
				await edit(sandbox, 'table/columns', page?.id, {description: 'by hand'});
			},
		],
	];
	for (const [what, change] of changes) {
		const uploader = await confirmed(await rowsUploader(t));
		await change(uploader);
		const before = uploader.sandbox.uploads.length;
		await uploader.upload(file, sendOnly);
		assert.equal(uploader.sandbox.uploads.length, before + 1, what);
	}
});
