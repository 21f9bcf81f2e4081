import assert from 'node:assert/strict';
import {mkdir, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import type {Sandbox} from '../../source/sandbox/sandbox.ts';
import {start} from '../sandbox/client.ts';
import {assertInNoFile} from '../support/canary.ts';
import {type Desk, noSecretService, openDesk} from '../support/desk.ts';
import {temporaryFolder} from '../support/folder.ts';
import {addToHistory} from '../support/history.ts';
import {programPath, runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';
import {keys, Terminal} from './terminal.ts';

const token = 'canary-home-31c';

type Home = {readonly sandbox: Sandbox; readonly folder: string; readonly terminal: Terminal};

/** Writes a file and the profiles' settings, as an earlier session has left them. */
async function furnish(
	folder: string,
	{url, integration}: Sandbox,
	profiles: Readonly<Record<string, Readonly<Record<string, unknown>> | string>>,
): Promise<void> {
	await writeFile(join(folder, 'w.csv'), `${header}\n${recordLine()}\n`);
	await mkdir(join(folder, 'profiles'), {recursive: true});
	for (const [name, settings] of Object.entries(profiles)) {
		const whole = {url, integration, file: join(folder, 'w.csv'), tokenPlace: 'nowhere'};
		const text = typeof settings === 'string' ? settings : JSON.stringify({...whole, ...settings});
		await writeFile(join(folder, 'profiles', `${name}.json`), text);
	}
}

function openHome(
	t: TestContext,
	folder: string,
	env: Readonly<Record<string, string>> = {},
	args: readonly string[] = [],
): Terminal {
	const terminal = new Terminal({
		args: [programPath, ...args],
		cwd: folder,
		env: {HOME: folder, SECODA_UPLOAD_HOME: folder, DBUS_SESSION_BUS_ADDRESS: `unix:path=${folder}/none`, ...env},
	});
	t.after(() => terminal[Symbol.dispose]());
	return terminal;
}

/** Home with these profiles, and a token in the environment. */
async function at(t: TestContext, profiles: Parameters<typeof furnish>[2], sandbox?: Sandbox): Promise<Home> {
	const catalog = sandbox ?? (await start(t, {token}));
	const folder = await temporaryFolder(t);
	await furnish(folder, catalog, profiles);
	const terminal = openHome(t, folder, {SECODA_API_TOKEN: token});
	await terminal.shows('profiles');
	return {sandbox: catalog, folder, terminal};
}

/** The folder of a home whose token is in a file, and that file. */
async function withTokenFile(
	t: TestContext,
	sandbox: Sandbox,
	stored: string,
): Promise<{readonly folder: string; readonly path: string}> {
	const folder = await temporaryFolder(t);
	await furnish(folder, sandbox, {nightly: {tokenPlace: 'file'}});
	await mkdir(join(folder, 'tokens'));
	const path = join(folder, 'tokens', encodeURIComponent(`nightly@${new URL(sandbox.url).host}`));
	await writeFile(path, `${stored}\n`, {mode: 0o600});
	return {folder, path};
}

/** A home whose token is in a real keyring. */
async function atDesk(t: TestContext): Promise<Home & {readonly desk: Desk}> {
	const desk = await openDesk(t);
	const sandbox = await start(t, {token});
	await furnish(desk.home, sandbox, {nightly: {}});
	assert.equal((await desk.run(['login', 'nightly'], token)).code, 0);
	const {DBUS_SESSION_BUS_ADDRESS = '', XDG_RUNTIME_DIR = ''} = desk.env;
	const terminal = openHome(t, desk.home, {DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR});
	await terminal.shows('in the keyring');
	return {desk, sandbox, folder: desk.home, terminal};
}

test('selects the profile that ran last and shows its last run', async t => {
	const sandbox = await start(t, {token});
	const folder = await temporaryFolder(t);
	const elsewhere = {integration: 'other'};
	await furnish(folder, sandbox, {
		archive: elsewhere,
		nightly: {},
		weekly: {...elsewhere, integrationName: 'Warehouse 倉庫'},
	});
	await addToHistory(folder, {host: new URL(sandbox.url).host, integration: sandbox.integration});
	const terminal = openHome(t, folder);
	await terminal.shows('▸ nightly');
	await terminal.shows('confirmed, just now');
	await terminal.shows('just now: All 2 were found.');
	await terminal.press(keys.down, '▸ weekly');
	await terminal.shows('Integration  Warehouse 倉庫');
});

test('edits and renames a profile', async t => {
	const {terminal, folder} = await at(t, {nightly: {guard: {minRows: 1}, delimiter: 'comma'}});
	await terminal.press('e', 'Profile nightly');
	await terminal.press(keys.end + keys.up, '▸ Profile name');
	await terminal.press(keys.enter, 'Name this profile');
	await terminal.press(`${keys.ctrl('u')}each-night${keys.enter}`, 'secoda-upload run each-night');
	await terminal.press('s', 'Saved as each-night');
	await terminal.press(keys.escape, '▸ each-night');
	assert.doesNotMatch(terminal.text(), /nightly/);
	const saved = JSON.parse(await readFile(join(folder, 'profiles', 'each-night.json'), 'utf8'));
	assert.deepEqual([saved.guard, saved.delimiter], [{minRows: 1}, 'comma'], 'what was not asked for is kept');
	await assert.rejects(stat(join(folder, 'profiles', 'nightly.json')), {code: 'ENOENT'});
});

test('removes a profile only after confirmation with another key', async t => {
	const {terminal, folder} = await at(t, {nightly: {}, weekly: {}});
	await terminal.press('d', 'Remove the profile');
	await terminal.press('d', 'Enter preview');
	await terminal.press('d', 'Remove the profile');
	await terminal.press('y', 'Removed the profile nightly');
	await terminal.shows('▸ weekly');
	await assert.rejects(stat(join(folder, 'profiles', 'nightly.json')), {code: 'ENOENT'});
	assert.ok((await stat(join(folder, 'w.csv'))).isFile());
});

test('names damaged settings, keeps the file, and keeps the other profiles usable', async t => {
	const {terminal, folder} = await at(t, {broken: '{"url": ', nightly: {}});
	await terminal.shows(/broken\.json are\s+damaged: it is not a JSON/);
	await terminal.press(keys.enter, 'Nothing has been sent yet');
	assert.equal(await readFile(join(folder, 'profiles', 'broken.json'), 'utf8'), '{"url": ');
});

test('reports an invalid address when the profile is opened, and keeps the other profiles usable', async t => {
	const {terminal} = await at(t, {a: {url: 'http://secoda.example.com'}, nightly: {}});
	await terminal.press(keys.enter, 'would send the token unencrypted');
	await terminal.press(keys.enter, '▸ a');
	await terminal.press(keys.down, '▸ nightly');
	await terminal.press(keys.enter, 'Nothing has been sent yet');
});

test('reports a missing file with a hint, then returns to home', async t => {
	const {terminal, folder} = await at(t, {nightly: {}});
	await rm(join(folder, 'w.csv'));
	await terminal.press(keys.enter, 'Could not open nightly');
	await terminal.shows('w.csv');
	await terminal.shows('What to do next');
	await terminal.press(keys.enter, '▸ nightly');
});

test('reports an unreachable workspace in the preview, sends nothing, and returns to home', async t => {
	const sandbox = await start(t, {token});
	const {terminal} = await at(t, {nightly: {}}, sandbox);
	await sandbox.close();
	await terminal.press(keys.enter, 'Nothing was sent');
	await terminal.press(keys.enter, '▸ nightly');
});

test('errors keep the preview away: the first one is shown, and the way to go on', async t => {
	const {terminal, folder} = await at(t, {nightly: {}});
	await writeFile(
		join(folder, 'w.csv'),
		`${header}\n${recordLine()}\n${recordLine({name: 'items', is_view: 'yes'})}\n`,
	);
	await terminal.press(keys.enter, 'row 3 · is_view');
	await terminal.shows('p previews the upload');
	await terminal.press('f', 'no problems');
	await terminal.press('p', 'Nothing has been sent yet');
	await terminal.press('s', 'Confirmed: all');
});

test('the safe fixes of a profile are nothing to lose: leaving asks about edits of the person alone', async t => {
	const {terminal, folder} = await at(t, {nightly: {safeFixes: true}});
	await writeFile(
		join(folder, 'w.csv'),
		`${header}\n${recordLine({name: 'items', is_view: 'yes'})}\n${recordLine()}\n`,
	);
	await terminal.press('r', 'Applied safe fixes in 1 row, as the profile requests');
	await terminal.press(keys.ctrl('s'), 'Save edits in 1 row');
	await terminal.press(keys.escape, 'q quit');
	await terminal.press('q', '▸ nightly');
	await terminal.press('r', 'Applied safe fixes in 1 row, as the profile requests');
	await terminal.press(keys.down, 'row 3 · col_name');
	await terminal.press('e', 'Enter apply');
	await terminal.press(`x${keys.enter}`, '2 unsaved rows');
	await terminal.press('q', 'Unsaved edits in 1 row');
	await terminal.press('y', '▸ nightly');
	await terminal.press('r', 'Applied safe fixes in 1 row, as the profile requests');
	await terminal.press('u', /w\.csv {2}2 rows {2}✗/);
	await terminal.press('q', '▸ nightly');
});

test('reads the token from the keyring without a prompt', {skip: noSecretService}, async t => {
	const {terminal, folder, sandbox} = await atDesk(t);
	await terminal.press(keys.enter, 'Nothing has been sent yet');
	await terminal.press('s', 'Confirmed: all');
	assert.equal(sandbox.uploads.length, 1);
	await assertInNoFile(token, folder);
	assert.ok(!terminal.output.includes(token));
});

test('shows the wait for a keyring that hangs, and Esc ends it', {skip: noSecretService}, async t => {
	const {terminal, desk} = await atDesk(t);
	process.kill(desk.daemon, 'SIGSTOP');
	await terminal.press(keys.enter, 'Loading the token');
	await terminal.shows('may ask for its password');
	await terminal.press(keys.escape, '▸ nightly');
	terminal.type('q');
	assert.equal(await terminal.exited(), 0);
});

test('set-up stores the token in the keyring if chosen', {skip: noSecretService}, async t => {
	const {terminal, desk, sandbox} = await atDesk(t);
	await terminal.press('n', 'What would you like to do?');
	await terminal.press(keys.down + keys.down + keys.enter, 'Where is your Secoda workspace?');
	await terminal.press(keys.end + keys.enter, 'Workspace address');
	terminal.type(keys.paste(sandbox.url));
	await terminal.press(keys.enter, '/settings/api');
	await terminal.press(keys.enter, 'Paste the token');
	terminal.type(token);
	await terminal.press(keys.enter, '▸ In the keyring');
	await terminal.press(keys.enter, 'Which integration');
	await terminal.press(keys.enter, 'Which file?');
	terminal.type('w.csv');
	await terminal.press(keys.enter, 'Name this profile');
	await terminal.press(keys.enter, 'Save this profile?');
	await terminal.shows('in the keyring');
	await terminal.press('s', 'Saved as sandbox-warehouse');
	assert.equal((await desk.run(['run', 'sandbox-warehouse'])).code, 0);
	await assertInNoFile(token, desk.home);
	assert.ok(!terminal.output.includes(token));
});

test('login in a terminal prompts for the token without echo and tests it', {skip: noSecretService}, async t => {
	const desk = await openDesk(t);
	const sandbox = await start(t, {token});
	await furnish(desk.home, sandbox, {nightly: {}});
	const {DBUS_SESSION_BUS_ADDRESS = '', XDG_RUNTIME_DIR = ''} = desk.env;
	const terminal = openHome(t, desk.home, {DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR}, ['login', 'nightly']);
	await terminal.shows('/settings/api');
	await terminal.press(keys.enter, 'Paste the token');
	terminal.type('canary-wrong');
	await terminal.press(keys.enter, '✗');
	terminal.type(keys.paste(`Bearer ${token}\r\n`));
	terminal.type(keys.enter);
	assert.equal(await terminal.exited(), 0);
	assert.match(terminal.output, /Stored the token of nightly in the keyring\. It is valid at/);
	assert.doesNotMatch(terminal.output, /canary/);
	await assertInNoFile(token, desk.home);
	assert.equal((await desk.run(['run', 'nightly'])).code, 0);
});

test('asks for another token after a rejected one, and stores it in the same place on request', async t => {
	const sandbox = await start(t, {token});
	const {folder, path} = await withTokenFile(t, sandbox, 'canary-old');
	const terminal = openHome(t, folder);
	await terminal.shows('▸ nightly');
	await terminal.press(keys.enter, 'Secoda rejected the token (401)');
	await terminal.press(keys.enter, '▸ nightly');
	await terminal.press(keys.enter, 'API token');
	await terminal.press(keys.paste(token), 'Store this token?');
	assert.equal(await readFile(path, 'utf8'), 'canary-old\n');
	await terminal.press(keys.enter, 'Nothing has been sent yet');
	assert.equal(await readFile(path, 'utf8'), `${token}\n`);
	assert.doesNotMatch(terminal.output, /canary/);
});

test('a profile that is changed with another token in the environment keeps its own', async t => {
	const sandbox = await start(t, {token});
	const {folder, path} = await withTokenFile(t, sandbox, token);
	const terminal = openHome(t, folder, {SECODA_API_TOKEN: 'canary-of-environment'});
	await terminal.shows('▸ nightly');
	await terminal.press('e', 'Profile nightly');
	await terminal.press(keys.down + keys.down + keys.down + keys.down, '▸ Integration');
	await terminal.press(keys.enter, 'Which integration');
	await terminal.press(keys.enter, '▸ Integration');
	await terminal.press('s', 'Saved as nightly');
	assert.equal(await readFile(path, 'utf8'), `${token}\n`);
});

test('leaving during the sync reports what was sent and records it', async t => {
	const sandbox = await start(t, {token, switches: {syncMs: 600_000}});
	const {terminal, folder} = await at(t, {nightly: {}}, sandbox);
	await terminal.press(keys.enter, 'Nothing has been sent yet');
	await terminal.press('s', 'Found 0 of');
	terminal.kill('SIGTERM');
	assert.equal(await terminal.exited(), 143);
	assert.match(terminal.text(), /Catalog: Sent, 1 row\./);
	const {stdout} = await runProgram(['profiles', 'show', 'nightly', '--json'], {home: folder});
	assert.equal(JSON.parse(stdout).lastRun.outcome, 'unseen');
});

test('shows every fact of a history entry', async t => {
	const {terminal} = await at(t, {nightly: {}});
	await terminal.press(keys.enter, 'Nothing has been sent yet');
	await terminal.press('s', 'Confirmed: all');
	await terminal.press(keys.enter, '▸ nightly');
	await terminal.press('h', '▸ ✓ #1 confirmed, just now');
	await terminal.press(keys.enter, /SHA-256 +[0-9a-f]{64}/);
	await terminal.press(keys.escape, '▸ ✓ #1 confirmed, just now');
	await terminal.press(keys.escape, '▸ nightly');
});

test('prints the uploads of home after quitting', async t => {
	const {terminal} = await at(t, {nightly: {}});
	await terminal.press(keys.enter, 'Nothing has been sent yet');
	await terminal.press('s', 'Confirmed: all');
	await terminal.press(keys.enter, '▸ nightly');
	terminal.type('q');
	assert.equal(await terminal.exited(), 0);
	assert.match(
		terminal.output.slice(terminal.output.lastIndexOf('\u001B[?1049l')),
		/Confirmed: all[\s\S]*Catalog: Sent/,
	);
});

test('the name of a profile on the command line is Enter on it at home, and leads back home', async t => {
	const sandbox = await start(t, {token});
	const folder = await temporaryFolder(t);
	await furnish(folder, sandbox, {nightly: {}, weekly: {}, gone: {file: join(folder, 'none.csv')}});
	const screens = [];
	for (const way of ['by name', 'at home'] as const) {
		const terminal = openHome(t, folder, {SECODA_API_TOKEN: token}, way === 'by name' ? ['weekly'] : []);
		if (way === 'at home') {
			await terminal.shows('▸ gone');
			await terminal.press('jj', '▸ weekly');
			terminal.type(keys.enter);
		}

		await terminal.shows('Nothing has been sent yet');
		screens.push(terminal.text());
		await terminal.press(keys.escape, '▸ weekly');
		terminal.type('q');
		assert.equal(await terminal.exited(), 0);
	}

	assert.equal(screens[0], screens[1]);
	const gone = openHome(t, folder, {SECODA_API_TOKEN: token}, ['gone']);
	await gone.shows('Could not open gone');
	await gone.press(keys.enter, '▸ gone');
});
