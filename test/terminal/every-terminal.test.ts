import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {temporaryFolder} from '../support/folder.ts';
import {programPath} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';
import {sizes} from '../support/sizes.ts';
import {keys, Terminal, type TerminalOptions} from './terminal.ts';

/** Opens the program; `profiles` are there from earlier. */
async function open(
	t: TestContext,
	{profiles = [], ...options}: Partial<TerminalOptions> & {readonly profiles?: readonly string[]} = {},
): Promise<Terminal> {
	const folder = await temporaryFolder(t);
	await mkdir(join(folder, 'profiles'));
	await writeFile(join(folder, 'w.csv'), `${header}\n${recordLine({description: '倉庫'})}\n`);
	const settings = {url: 'eu', integration: 'i', integrationName: 'Warehouse 倉庫', file: join(folder, 'w.csv')};
	for (const name of profiles) await writeFile(join(folder, 'profiles', `${name}.json`), JSON.stringify(settings));
	const terminal = new Terminal({
		args: [programPath],
		cwd: folder,
		...options,
		env: {HOME: folder, SECODA_UPLOAD_HOME: folder, ...options.env},
	});
	t.after(() => terminal[Symbol.dispose]());
	return terminal;
}

/** The title is in the first line, a key in the last, and no line of another size remains. */
async function isWhole(terminal: Terminal, title: string, key: string): Promise<void> {
	await terminal.shows(new RegExp(`^ ${title}\\n[\\s\\S]*${key}[^\\n]*$`));
	assert.equal(terminal.text().split(title).length, 2, terminal.text());
}

for (const [columns, rows] of sizes) {
	test(`start options, set-up and home fill ${columns}x${rows}`, async t => {
		const newcomer = await open(t, {columns, rows});
		await newcomer.shows('What would you like to do?');
		await isWhole(newcomer, 'secoda-upload', 'Esc quit');
		await newcomer.press(keys.down + keys.down + keys.enter, 'Where is your Secoda workspace?');
		await isWhole(newcomer, 'Set up', 'Esc back');
		await newcomer.press(keys.end + keys.enter, 'Workspace address');
		await isWhole(newcomer, 'Set up', 'Esc back');
		const home = await open(t, {columns, rows, profiles: Array.from({length: 40}, (_, at) => `profile-${at}`)});
		await home.shows('▸ profile-0');
		await isWhole(home, 'secoda-upload  profiles', 'Enter preview');
		await home.press(keys.end, '▸ profile-9');
		await home.press('?', 'Esc back');
		await isWhole(home, 'secoda-upload  profiles', 'Esc back');
	});
}

test('redraws after every resize of the window', async t => {
	const terminal = await open(t, {columns: 200, rows: 50, profiles: ['nightly']});
	await terminal.shows('▸ nightly');
	for (const [columns, rows] of [
		[60, 16],
		[39, 9],
		[100, 30],
		[40, 10],
		[80, 24],
	] as const) {
		terminal.resize(columns, rows);
		await terminal.shows(columns < 40 ? /Enlarge\s+it/ : /▸ nightly[\s\S]*Enter preview[^\n]*$/);
		if (columns >= 40) await isWhole(terminal, 'secoda-upload  profiles', 'Enter preview');
	}

	await terminal.press('e', /Profile nightly/);
	terminal.resize(60, 16);
	await terminal.shows(/Esc back[^\n]*$/);
	await isWhole(terminal, 'Edit profile', 'Esc back');
});

test('--ascii draws with ASCII only and keeps the letters of the file', async t => {
	const terminal = await open(t, {columns: 120, profiles: ['nightly'], args: [programPath, '--ascii']});
	await terminal.shows('> nightly');
	await terminal.press('e', 'Profile nightly');
	await terminal.press(keys.escape, '> nightly');
	await terminal.press('o', 'Which file?');
	await terminal.press(`w.csv${keys.enter}`, '倉庫');
	assert.doesNotMatch(terminal.output.replaceAll('倉庫', ''), /[^\u0000-\u007F]/);
});

test('--ascii does not change the characters of values, also where a search highlights them', async t => {
	const terminal = await open(t, {columns: 120, args: [programPath, 'w.csv', '--ascii']});
	await terminal.shows('倉庫');
	await terminal.press(`e${keys.ctrl('u')}a → b ✓…${keys.enter}`, 'a → b ✓…  ');
	await terminal.press(`/→ b${keys.enter}`, 'This is the only match');
	assert.match(terminal.text(), /-- row 2 - .* --[\s\S]*\n a → b ✓…\s/);
});

test('NO_COLOR applies to home and set-up', async t => {
	const terminal = await open(t, {profiles: ['nightly'], env: {NO_COLOR: '1'}});
	await terminal.shows('▸ nightly');
	await terminal.press('n', 'What would you like to do?');
	await terminal.press(keys.down + keys.down + keys.enter, 'Where is your Secoda workspace?');
	assert.doesNotMatch(terminal.output, /\u001B\[(?:3[0-7]|4[0-7]|9[0-7]|10[0-7]|38|48)[;m]/);
});

for (const [what, env, said] of [
	['TERM=dumb', {TERM: 'dumb'}, /TERM=dumb[\s\S]*secoda-upload check/],
	['CI=true', {CI: 'true'}, /CI is set[\s\S]*secoda-upload check/],
] as const) {
	test(`${what}: draws no screen, and names the commands that work without one`, async t => {
		const terminal = await open(t, {env});
		assert.equal(await terminal.exited(), 2);
		assert.match(terminal.output, said);
		assert.doesNotMatch(terminal.output, /\u001B/);
		const demo = await open(t, {env, args: [programPath, 'demo']});
		assert.equal(await demo.exited(), 0);
		assert.match(demo.output, /Confirmed/);
		assert.doesNotMatch(demo.output, /\u001B\[\?1049h/);
	});
}

const noJobControl = spawnSync('bash', ['-c', 'exit 0']).status === 0 ? false : 'no bash here';

test('Ctrl+Z gives the terminal to the shell, and fg brings the screen back, in another size too', {
	skip: noJobControl,
}, async t => {
	const terminal = await open(t, {
		command: 'bash',
		args: ['--norc', '--noprofile', '-i'],
		profiles: ['nightly', 'weekly'],
		env: {PS1: 'shell> '},
	});
	await terminal.shows('shell>');
	terminal.type(`'${process.execPath}' '${programPath}'\r`);
	await terminal.press('', '▸ nightly');
	await terminal.press(keys.ctrl('z'), /with: fg[\s\S]*Stopped[\s\S]*shell>/);
	await terminal.press('echo still $((6*7))\r', 'still 42');
	terminal.resize(100, 30);
	await terminal.press('fg\r', /▸ nightly[\s\S]*Enter preview[^\n]*$/);
	await terminal.press(keys.down, '▸ weekly');
	await isWhole(terminal, 'secoda-upload  profiles', 'Enter preview');
	await terminal.press('q', 'shell>');
	terminal.type('exit\r');
	assert.equal(await terminal.exited(), 0);
});

test('draws in ASCII in a locale without UTF-8', async t => {
	const terminal = await open(t, {profiles: ['nightly'], env: {LC_ALL: 'C'}});
	await terminal.shows('> nightly');
});

test('Ctrl+Z where no shell could bring the program back does not stop it', {
	skip: process.platform === 'win32' ? 'no such stop here' : false,
}, async t => {
	const terminal = await open(t, {profiles: ['nightly', 'weekly']});
	await terminal.shows('▸ nightly');
	// The terminal is released and taken again: the output has a second switch to the alternate screen.
	const switches = () => terminal.output.split('\u001B[?1049h').length - 1;
	assert.equal(switches(), 1);
	terminal.type(keys.ctrl('z'));
	while (switches() < 2) await terminal.changed();
	await terminal.press(keys.down, '▸ weekly');
	await isWhole(terminal, 'secoda-upload  profiles', 'Enter preview');
});

test('opens a file without a token when the environment names a workspace', async t => {
	const terminal = await open(t, {args: [programPath, 'w.csv'], env: {SECODA_UPLOAD_URL: 'eu'}});
	await terminal.shows('no problems');
	await terminal.press('p', /Upload is unavailable\.[\s\S]*--integration/);
	terminal.type('q');
	assert.equal(await terminal.exited(), 0);
});

test('--no-input asks nothing, even at a terminal; without it a yes or no is required', async t => {
	const silent = await open(t, {
		profiles: ['nightly'],
		args: [programPath, 'profiles', 'remove', 'nightly', '--no-input'],
	});
	assert.equal(await silent.exited(), 2);
	assert.match(silent.output, /--yes/);
	const no = await open(t, {profiles: ['nightly'], args: [programPath, 'profiles', 'remove', 'nightly']});
	await no.press('', 'Remove the profile nightly? [y/N]');
	no.type('\r');
	assert.equal(await no.exited(), 0);
	assert.match(no.output, /Nothing was changed/);
	const yes = await open(t, {profiles: ['nightly'], args: [programPath, 'profiles', 'remove', 'nightly']});
	await yes.press('', '[y/N]');
	yes.type('y\r');
	assert.equal(await yes.exited(), 0);
	assert.match(yes.output, /Removed the profile nightly/);
});

test('ignores keys in a window that is too small', async t => {
	const terminal = await open(t, {profiles: ['nightly', 'weekly']});
	await terminal.shows('▸ nightly');
	terminal.resize(30, 8);
	await terminal.shows(/Enlarge\s+it/);
	terminal.type(keys.down);
	// The key is read before this size is drawn, which is too small as well.
	terminal.resize(20, 6);
	await terminal.shows(/Enlarge it to at\s*\n/);
	terminal.resize(80, 24);
	await terminal.press('', '▸ nightly');
	await terminal.press(keys.down, '▸ weekly');
	await terminal.press(keys.up, '▸ nightly');
});
