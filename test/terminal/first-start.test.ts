import assert from 'node:assert/strict';
import {readdir, readFile, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {start} from '../sandbox/client.ts';
import {assertInNoCommandLine, assertInNoFile} from '../support/canary.ts';
import {startCloud} from '../support/cloud.ts';
import {temporaryFolder} from '../support/folder.ts';
import {programPath} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';
import {keys, Terminal} from './terminal.ts';

const token = 'canary-first-start-9e';

/** A person who has never started the program, with a file in the folder. */
async function newcomer(
	t: TestContext,
	{lines = [recordLine()], env = {}}: {readonly lines?: readonly string[]; readonly env?: Record<string, string>} = {},
): Promise<{readonly terminal: Terminal; readonly home: string; open(): Terminal}> {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'my warehouse.csv'), [header, ...lines, ''].join('\n'));
	const open = () => {
		const terminal = new Terminal({
			args: [programPath],
			cwd: home,
			// No bus: what a keyring does is for other tests.
			env: {
				HOME: home,
				SECODA_UPLOAD_HOME: join(home, 'own'),
				DBUS_SESSION_BUS_ADDRESS: `unix:path=${home}/none`,
				...env,
			},
		});
		t.after(() => terminal[Symbol.dispose]());
		return terminal;
	};
	const terminal = open();
	await terminal.shows('What would you like to do?');
	return {terminal, home, open};
}

/** The doors are open: to the address of an own workspace. */
async function toAddress(terminal: Terminal): Promise<void> {
	await terminal.press(keys.down + keys.down + keys.enter, 'Where is your workspace?');
	await terminal.press(keys.end + keys.enter, 'What is its address?');
}

async function toToken(terminal: Terminal, url: string): Promise<void> {
	await toAddress(terminal);
	terminal.type(keys.paste(url));
	await terminal.press(keys.enter, '/settings/api');
	await terminal.press(keys.enter, 'Paste it');
}

/** From the typed token to the summary, all as it is offered. */
async function toSummary(terminal: Terminal): Promise<void> {
	await terminal.press(keys.enter, 'Where shall the token be kept?');
	await terminal.press(keys.enter, 'Which integration');
	await terminal.press(keys.enter, 'Which file?');
	terminal.type(keys.paste("'my warehouse.csv' "));
	await terminal.press(keys.enter, 'Under which name');
	await terminal.press(keys.enter, 'Is this right?');
}

test('without an account: a file is checked, fixed and saved', async t => {
	const {terminal, home} = await newcomer(t, {
		lines: [recordLine({is_view: 'yes'}), recordLine({col_name: 'b', name: 'items'})],
	});
	await terminal.press(keys.enter, 'Which file?');
	await terminal.press('my', 'my warehouse.csv');
	await terminal.press(keys.tab, '› my warehouse.csv');
	await terminal.press(keys.enter, '1 error');
	await terminal.press(keys.tab, 'change to true');
	await terminal.press('f', 'no problems');
	await terminal.press('p', 'No workspace is connected');
	await terminal.press(keys.ctrl('s'), 'A fixed copy beside the file');
	await terminal.press(keys.enter, 'Saved to');
	await terminal.press('q', 'What would you like to do?');
	// The file is among the recent ones now.
	await terminal.press(keys.enter, join(home, 'my warehouse.csv'));
	await terminal.press(keys.escape, 'What would you like to do?');
	terminal.type('q');
	assert.equal(await terminal.exited(), 0);
	assert.match(await readFile(join(home, 'my warehouse.fixed.csv'), 'utf8'), /,true,/);
});

test('through the door of the sandbox to a confirmed sync in under 40 keys', async t => {
	const {terminal} = await newcomer(t);
	let pressed = 0;
	const press = async (text: string, wanted: string | RegExp) => {
		pressed++;
		await terminal.press(text, wanted);
	};
	await press(keys.down, '▸ Try the sandbox');
	await press(keys.enter, '27 errors');
	await press('P', 'fixed safely');
	await press('a', 'in one step');
	// What is left is left out, row by row: quick, not careful.
	for (let errors = 12; errors > 0; ) {
		await press(keys.tab, /row \d+ · /);
		await press('m', 'Leave this row out');
		await press(keys.enter, 'is left out');
		errors = Number(/(\d+) errors?/.exec(terminal.text())?.[1] ?? 0);
	}

	await press('p', 'Nothing has been sent yet');
	await press('s', 'Confirmed: all');
	assert.ok(pressed < 40, `${pressed} keys`);
	await terminal.press('q', /throws these edits away/);
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
	await again.press(keys.enter, 'Paste it');
	again.type(token);
	await again.press(keys.enter, 'Nothing has been sent yet');
	await again.press(keys.enter, 'Nothing has been sent yet');
	assert.equal(sandbox.uploads.length, 0, 'Enter asked for the preview: it must not send');
	await again.press('s', 'Confirmed: all 2');
	await again.press(keys.enter, 'confirmed, just now');
	await again.press('h', 'What was sent');
	await again.press(keys.escape, 'Workspace');
	again.type('q');
	assert.equal(await again.exited(), 0);
	assert.equal(sandbox.uploads.length, 1);
	await assertInNoFile(token, home);
	assert.ok(!again.output.includes(token));
});

test('a token of another region: the others are offered, and one is only tried when it is chosen', async t => {
	const us = await start(t, {token: 'of-us'});
	const eu = await start(t, {token});
	const env = await startCloud(t, {'api.secoda.co': us.url, 'eapi.secoda.co': eu.url});
	const {terminal} = await newcomer(t, {env});
	await terminal.press(keys.down + keys.down + keys.enter, 'Where is your workspace?');
	await terminal.press(keys.enter, 'https://app.secoda.co/settings/api');
	await terminal.press(keys.enter, 'Paste it');
	terminal.type(keys.paste(token));
	await terminal.press(keys.enter, 'US cloud refuses this token');
	await terminal.shows('Try it at APAC cloud');
	await terminal.press(keys.down, '▸ Try it at EU cloud');
	await terminal.press(keys.enter, 'Where shall the token be kept?');
	await terminal.shows('EU cloud (eapi.secoda.co)');
	await terminal.shows('works, as');
	assert.ok(!terminal.output.includes(token));
});

test('a token that is refused by an own workspace is asked for again', async t => {
	const sandbox = await start(t, {token});
	const {terminal} = await newcomer(t);
	await toToken(terminal, sandbox.url);
	terminal.type('canary-wrong');
	await terminal.press(keys.enter, '✗');
	await terminal.shows('Paste it');
	terminal.type(token);
	await terminal.press(keys.enter, 'Where shall the token be kept?');
	assert.doesNotMatch(terminal.output, /canary/);
});

test('an address that does not answer, and one that is none, are told on the spot', async t => {
	const {terminal} = await newcomer(t);
	await toAddress(terminal);
	terminal.type('http://secoda.example.com');
	await terminal.press(keys.enter, 'would send the token in the clear');
	terminal.type(keys.ctrl('u'));
	terminal.type('http://127.0.0.1:1');
	await terminal.press(keys.enter, 'cannot be reached');
});

test('an answer is changed by going back, and on the summary; what does not hang on it stays', async t => {
	const sandbox = await start(t, {token});
	sandbox.model.addIntegration('Second', 'custom');
	const {terminal} = await newcomer(t);
	await toToken(terminal, sandbox.url);
	terminal.type(token);
	await terminal.press(keys.enter, 'Where shall the token be kept?');
	await terminal.press(keys.enter, 'Which integration');
	await terminal.press(keys.enter, 'Which file?');
	await terminal.press(keys.escape, 'Which integration');
	await terminal.press('second', '▸ Second');
	await terminal.press(keys.enter, 'Which file?');
	await terminal.shows('✓ Integration   Second');
	terminal.type(keys.paste('my\\ warehouse.csv'));
	await terminal.press(keys.enter, 'Under which name');
	await terminal.press(keys.escape, 'Which file?');
	await terminal.press(keys.enter, 'Under which name');
	await terminal.press(keys.enter, 'Is this right?');
	await terminal.press(keys.end, '▸ Safe fixes');
	await terminal.press(keys.enter, 'taken before each upload');
	await terminal.press(keys.up, '▸ Name');
	await terminal.press(keys.enter, 'Under which name');
	terminal.type(`${keys.ctrl('u')}Not A Name`);
	await terminal.press(keys.enter, 'Use small letters');
	terminal.type(`${keys.ctrl('u')}other`);
	await terminal.press(keys.enter, 'secoda-upload run other');
	await terminal.press('s', 'Saved as other');
});

test('a new integration is made at the end, once, and its id and page are shown', async t => {
	const sandbox = await start(t, {token});
	sandbox.model.teams.push({id: 'data-team', name: 'Data'});
	const {terminal} = await newcomer(t);
	await toToken(terminal, sandbox.url);
	terminal.type(token);
	await terminal.press(keys.enter, 'Where shall the token be kept?');
	await terminal.press(keys.enter, 'Which integration');
	await terminal.press(keys.end, '▸ A new one');
	await terminal.press(keys.enter, 'be called?');
	await terminal.press(`Lager${keys.enter}`, 'What kind is "Lager"?');
	await terminal.press('oracle', '▸ oracle');
	await terminal.press(keys.enter, 'Which teams');
	await terminal.press(`${keys.down} `, '[x] Data');
	await terminal.press(keys.enter, 'Which file?');
	assert.equal(sandbox.model.integrations.size, 1);
	terminal.type('my warehouse.csv');
	await terminal.press(keys.enter, 'Under which name');
	await terminal.press(keys.enter, 'Is this right?');
	await terminal.shows('Lager (new, oracle)');
	await terminal.press('s', 'was made');
	const made = [...sandbox.model.integrations.values()].at(-1);
	assert.deepEqual([made?.name, made?.type, made?.teams], ['Lager', 'oracle', ['data-team']]);
	await terminal.shows(`/integrations/${made?.id}/syncs`);
	assert.equal(sandbox.model.integrations.size, 2);
});

test('a file whose headers say nothing is mapped, and sent so', async t => {
	const sandbox = await start(t, {token});
	const {terminal, home} = await newcomer(t);
	const odd = header.replace('col_name', 'Feld').replace('database', 'DB');
	await writeFile(join(home, 'odd.csv'), `${odd}\n${recordLine()}\n`);
	await toToken(terminal, sandbox.url);
	terminal.type(token);
	await terminal.press(keys.enter, 'Where shall the token be kept?');
	await terminal.press(keys.enter, 'Which integration');
	await terminal.press(keys.enter, 'Which file?');
	terminal.type('odd.csv');
	await terminal.press(keys.enter, "Which column holds the column's name?");
	await terminal.press('feld', '▸ Feld');
	await terminal.press(keys.enter, 'Which column holds the database?');
	await terminal.press('db', '▸ DB');
	await terminal.press(keys.enter, 'Under which name');
	await terminal.press(keys.enter, 'Is this right?');
	await terminal.shows('"Feld" is col_name, "DB" is database');
	await terminal.press('s', 'Saved as');
	await terminal.press(keys.enter, 'Nothing has been sent yet');
	await terminal.press('s', 'Confirmed');
});

test('a token in the environment is named, used and not stored', async t => {
	const sandbox = await start(t, {token});
	const {terminal, home} = await newcomer(t, {env: {SECODA_API_TOKEN: token}});
	await terminal.shows('SECODA_API_TOKEN');
	await toAddress(terminal);
	terminal.type(sandbox.url);
	await terminal.press(keys.enter, 'Which integration');
	await terminal.shows('in SECODA_API_TOKEN');
	await terminal.press(keys.escape, 'Where is your workspace?');
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
		terminal.exited().then(() => {
			ended = true;
		});
		const pages = [
			'Under which name',
			'Which file?',
			'Which integration',
			'token be kept',
			'API token',
			'Where is your',
		];
		if (leave === keys.escape) for (const page of [...pages, 'What would you like']) await terminal.press(leave, page);
		assert.equal(ended, false);
		terminal.type(leave);
		assert.equal(await terminal.exited(), 0);
		await assert.rejects(stat(join(home, 'own', 'profiles')), {code: 'ENOENT'});
		await assert.rejects(stat(join(home, 'own', 'tokens')), {code: 'ENOENT'});
		await assertInNoFile(token, home);
		assert.equal(sandbox.model.integrations.size, 1);
		assert.deepEqual((await readdir(home)).sort(), ['my warehouse.csv', 'own']);
	});
}
