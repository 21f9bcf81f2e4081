import assert from 'node:assert/strict';
import {readdir, readFile, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {start} from '../sandbox/client.ts';
import {assertInNoCommandLine, assertInNoFile} from '../support/canary.ts';
import {temporaryFolder} from '../support/folder.ts';
import {recordLine} from '../support/session.ts';
import {newcomer, openNewcomer, token, toSummary, toToken, toTokenOf} from './newcomer.ts';
import {keys} from './terminal.ts';

test('checks, fixes, tries and saves a file without an account', async t => {
	const {terminal, home} = await newcomer(t, {
		lines: [recordLine({is_view: 'yes'}), recordLine({col_name: 'b', name: 'items'})],
	});
	await terminal.press(keys.enter, 'Which file?');
	await terminal.press('my', 'my warehouse.csv');
	await terminal.press(keys.tab, '› my warehouse.csv');
	await terminal.press(keys.enter, '1 error');
	await terminal.press(keys.tab, 'change to true');
	await terminal.press('f', 'no problems');
	await terminal.press('p', 'Where do you want to send it?');
	await terminal.press(keys.down, '▸ Try it in the sandbox');
	await terminal.press(keys.enter, 'Nothing has been sent yet');
	await terminal.press('s', 'Confirmed: all 4');
	await terminal.press(keys.enter, 'no problems');
	await terminal.press(keys.ctrl('s'), 'A fixed copy next to the file');
	await terminal.press(keys.enter, 'Saved to');
	await terminal.press('q', 'What would you like to do?');
	// The file is among the recent ones now.
	await terminal.press(keys.enter, join(home, 'my warehouse.csv'));
	await terminal.press(keys.escape, 'What would you like to do?');
	terminal.type('q');
	assert.equal(await terminal.exited(), 0);
	assert.match(await readFile(join(home, 'my warehouse.fixed.csv'), 'utf8'), /,true,/);
});

test('uploads to the sandbox and confirms the sync with fewer than 40 keys', async t => {
	const {terminal} = await newcomer(t);
	let pressed = 0;
	const press = async (text: string, wanted: string | RegExp) => {
		pressed++;
		await terminal.press(text, wanted);
	};
	await press(keys.down, '▸ Try the sandbox');
	await press(keys.enter, '27 errors');
	await press('P', 'Safe fixes for');
	await press('a', 'Fixed');
	// Skips the remaining rows with problems.
	for (let errors = 12; errors > 0; ) {
		await press(keys.tab, /row \d+ · /);
		await press('m', 'Skip this row');
		await press(keys.enter, ' skipped');
		errors = Number(/(\d+) errors?/.exec(terminal.text())?.[1] ?? 0);
	}

	await press('p', 'Nothing has been sent yet');
	await press('s', 'Confirmed: all');
	assert.ok(pressed < 40, `${pressed} keys`);
	await terminal.press('q', 'y discard');
	terminal.type('y');
	assert.equal(await terminal.exited(), 0);
});

test('a workspace is connected with a pasted "Bearer" token, and the next start leads from Enter to a confirmed sync', async t => {
	const sandbox = await start(t, {token, switches: {syncMs: 200}});
	const {terminal, home, open} = await newcomer(t);
	await toToken(terminal, sandbox.url);
	terminal.type(keys.paste(`Bearer ${token}\n`));
	await terminal.shows('› ••••');
	await toSummary(terminal);
	await terminal.shows('secoda-upload run sandbox-warehouse');
	await assert.rejects(stat(join(home, 'own', 'profiles')), {code: 'ENOENT'}, 'something was saved before the end');
	await terminal.press('s', 'Saved as sandbox-warehouse');
	await terminal.shows(sandbox.integration);
	await terminal.press(keys.enter, 'Nothing has been sent yet');
	await terminal.press(keys.escape, 'never run');
	terminal.type('q');
	assert.equal(await terminal.exited(), 0);
	assert.ok((await assertInNoCommandLine(token)) > 0 || process.platform !== 'linux');
	await assertInNoFile(token, home);
	assert.ok(!terminal.output.includes(token));

	const again = open();
	await again.shows('never run');
	// The token was kept nowhere: it is asked for.
	await again.press(keys.enter, '/settings/api');
	await again.press(keys.enter, 'Paste the token');
	again.type(token);
	await again.press(keys.enter, 'Nothing has been sent yet');
	// Keys are taken in their order: where a later one has done its work, this one has done none.
	await again.press(`${keys.enter}${keys.escape}`, '▸ sandbox-warehouse');
	await again.press(keys.enter, 'Nothing has been sent yet');
	assert.equal(sandbox.uploads.length, 0, 'Enter asked for the preview: it must not send');
	await again.press('s', 'Confirmed: all 2');
	await again.press(keys.enter, 'confirmed, just now');
	await again.press('h', 'Upload history');
	await again.press(keys.escape, 'Workspace');
	again.type('q');
	assert.equal(await again.exited(), 0);
	assert.equal(sandbox.uploads.length, 1);
	await assertInNoFile(token, home);
	assert.ok(!again.output.includes(token));
});

test('a foreign file leads from its rows to a new profile, which has its mapping, and to a confirmed sync', async t => {
	const sandbox = await start(t, {token, switches: {syncMs: 200}});
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'dictionary.csv'), 'database,Schema,Table,Column\nprod,sales,orders,id\n');
	const terminal = openNewcomer(t, home, ['dictionary.csv']);
	await terminal.shows('Map the columns');
	await terminal.press(keys.enter, 'Use this mapping');
	await terminal.press(keys.enter, 'no problems');
	await terminal.press('p', 'There is no profile yet');
	await terminal.press(keys.enter, 'Where is your Secoda workspace?');
	await toTokenOf(terminal, sandbox.url);
	terminal.type(token);
	await terminal.press(keys.enter, 'Where should the token be stored?');
	await terminal.press(keys.enter, 'Which integration');
	// The file and its mapping are known.
	await terminal.press(keys.enter, 'Name this profile');
	await terminal.press(keys.enter, 'Save this profile?');
	await terminal.press('s', 'Saved as sandbox-warehouse');
	await terminal.press(keys.enter, 'Nothing has been sent yet');
	await terminal.press('s', 'Confirmed: all 2');
	await terminal.press(keys.enter, 'no problems');
	await terminal.press('p', '▸ sandbox-warehouse');
	await terminal.press(keys.enter, 'Unchanged');
	await terminal.press(keys.escape, 'p upload');
	terminal.type('q');
	assert.equal(await terminal.exited(), 0);
	const profile = JSON.parse(await readFile(join(home, 'own', 'profiles', 'sandbox-warehouse.json'), 'utf8'));
	assert.equal(profile.file, join(home, 'dictionary.csv'));
	assert.equal(profile.mapping.Column, 'col_name');
	assert.equal(sandbox.uploads.length, 1);
	await assertInNoFile(token, home);
	assert.ok(!terminal.output.includes(token));
});

for (const [what, leave] of [
	['Ctrl+C', keys.ctrl('c')],
	['Esc, all the way', keys.escape],
] as const) {
	test(`closing in the middle with ${what} leaves nothing behind`, async t => {
		const sandbox = await start(t, {token});
		const {terminal, home} = await newcomer(t);
		await toToken(terminal, sandbox.url);
		terminal.type(token);
		await toSummary(terminal);
		let ended = false;
		const exited = terminal.exited().finally(() => {
			ended = true;
		});
		const pages = [
			'Name this profile',
			'Which file?',
			'Which integration',
			'token be stored',
			'API token',
			'Where is your',
		];
		if (leave === keys.escape) for (const page of [...pages, 'What would you like']) await terminal.press(leave, page);
		assert.equal(ended, false);
		terminal.type(leave);
		assert.equal(await exited, 0);
		await assert.rejects(stat(join(home, 'own', 'profiles')), {code: 'ENOENT'});
		await assert.rejects(stat(join(home, 'own', 'tokens')), {code: 'ENOENT'});
		await assertInNoFile(token, home);
		assert.equal(sandbox.model.integrations.size, 1);
		assert.deepEqual((await readdir(home)).sort(), ['my warehouse.csv', 'own']);
	});
}
