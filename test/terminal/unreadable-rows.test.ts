import assert from 'node:assert/strict';
import {readFile, rm, truncate, writeFile} from 'node:fs/promises';
import test, {type TestContext} from 'node:test';
import {start} from '../sandbox/client.ts';
import {type Opened, openInTerminal} from '../support/opened.ts';
import {noReadFaults, readFaultEnvironment} from '../support/read-faults.ts';
import {header, recordLine} from '../support/session.ts';
import {keys} from './terminal.ts';

/** 30,000 rows; the last 10,000 have a safe fix each. */
const content = [
	header,
	...Array.from({length: 30_000}, (_, at) =>
		recordLine({col_name: `c${at}`, ...(at >= 20_000 && {name: 'views', is_view: 'no'})}),
	),
	'',
].join('\n');

/** Opens the file, edits a cell, and has another program truncate the file. */
async function openAndShrink(t: TestContext): Promise<Opened> {
	const opened = await openInTerminal(t, content, {until: '10,000 errors'});
	await opened.terminal.press(`e${keys.ctrl('u')}edited\r`, '1 unsaved');
	await truncate(opened.file, 100_000);
	return opened;
}

const changed = /since\s+it\s+was\s+opened/;
/** The same, or what is shown as long as the file is not as it was. */
const changedOrLost = /changed\s+by\s+another\s+program|Another\s+program\s+changed/;

/** The app runs, and asks about the edit before it quits. */
async function assertAlive({terminal}: Opened): Promise<void> {
	await terminal.press('g', 'row 2 ·');
	await terminal.shows('edited');
	await terminal.press('q', /Unsaved edits in \d/);
	terminal.type('y');
	assert.equal(await terminal.exited(), 0);
}

test('the file shrinks: rows that are gone are shown as such, the others and the edits stay', async t => {
	const opened = await openAndShrink(t);
	const {terminal} = opened;
	await terminal.press('G', changedOrLost);
	await terminal.shows('This row cannot be read');
	await terminal.shows(/press\s+q,\s+then\s+k/);
	// The message line has the reason now, and the pane above it does not repeat it.
	await terminal.shows('This row cannot be read.');
	assert.equal(terminal.text().match(/Another\s+program\s+changed/g)?.length, 1, terminal.text());
	await assertAlive(opened);
});

test('the file shrinks: a bulk fix changes nothing and says why', async t => {
	const opened = await openAndShrink(t);
	await opened.terminal.press('P', changed);
	await assertAlive(opened);
	const late = await openInTerminal(t, content, {until: '10,000 errors'});
	await late.terminal.press(`e${keys.ctrl('u')}edited\r`, '1 unsaved');
	await late.terminal.press('P', 'Safe fixes for');
	await truncate(late.file, 100_000);
	await late.terminal.press('a', changed);
	await late.terminal.shows('10,000 errors');
	await assertAlive(late);
});

test('the file shrinks: it is not saved under any name', async t => {
	const {terminal, file} = await openAndShrink(t);
	await terminal.press(keys.ctrl('s'), 'A fixed copy next to the file');
	await terminal.press(keys.enter, changed);
	await terminal.press(keys.ctrl('s'), 'A fixed copy next to the file');
	await terminal.press('i', changed);
	await terminal.press(keys.ctrl('s'), 'A fixed copy next to the file');
	await terminal.press('a', 'Save as');
	await terminal.press(keys.enter, changed);
	await terminal.shows('1 unsaved');
	await assert.rejects(readFile(file.replace('.csv', '.fixed.csv')), {code: 'ENOENT'});
});

for (const name of ['EIO', 'ESTALE'] as const) {
	test(`reads fail with ${name}: every key leaves the app and the edits as they are`, {skip: noReadFaults}, async t => {
		const env = (path: string) => readFaultEnvironment({path, error: name, flag: `${path}.fails`});
		const opened = await openInTerminal(t, content, {until: '10,000 errors', env});
		const {terminal, file} = opened;
		await terminal.press(`e${keys.ctrl('u')}edited\r`, '1 unsaved');
		await writeFile(`${file}.fails`, '');
		await terminal.press('G', `cannot be read: ${name}`);
		await terminal.shows('This row cannot be read');
		const why = `cannot be read: ${name}`;
		// The message line has the reason, and the pane above it does not repeat it.
		const inNotice = new RegExp(`This row cannot be read\\.(?![\\s\\S]*${why}[\\s\\S]*${why})[\\s\\S]*${why}`);
		let row = 30_001;
		// A key that moves the cursor clears the message.
		const up = () => terminal.press('k', `row ${(--row).toLocaleString('en')} `);
		for (const key of ['e', 'E', 'f', 'F', 'P', keys.enter]) {
			await up();
			await terminal.press(key, inNotice);
		}

		await terminal.press('m', 'Esc back');
		await terminal.press(keys.escape, 'Enter edit');
		await up();
		await terminal.press(keys.ctrl('s'), 'A fixed copy next to the file');
		await terminal.press(keys.enter, inNotice);
		// What is typed stays in the editor until it can be applied.
		const typeAnd = async (key: string) => {
			await up();
			await terminal.press(keys.paste('typed'), 'Esc cancel');
			await terminal.press(key, inNotice);
			await terminal.shows(/^ typed/m);
		};
		await typeAnd(keys.tab);
		await terminal.press(keys.escape, 'Enter edit');
		await typeAnd(keys.ctrl('s'));
		await terminal.press(keys.escape, 'Enter edit');
		await typeAnd(keys.enter);
		await rm(`${file}.fails`);
		await terminal.press(keys.enter, '2 unsaved');
		await terminal.press('p', 'before you upload');
		await assertAlive(opened);
	});
}

test('the check cannot read the rest of the file: the rows before it can be looked at', {
	skip: noReadFaults,
}, async t => {
	const many = Array.from({length: 300_000}, (_, at) => recordLine({col_name: `c${at}`}));
	const {terminal} = await openInTerminal(t, [header, ...many, ''].join('\n'), {
		until: 'cannot be read: EIO',
		env: path => readFaultEnvironment({path, error: 'EIO', after: 70}),
	});
	await terminal.shows(/checked \d+ %/);
	await terminal.shows('c0');
	await terminal.press('e', /Only \d+ % of the file was checked/);
	await terminal.press('p', /Only \d+ % of the file was checked/);
	terminal.type('q');
	assert.equal(await terminal.exited(), 0);
});

test('the first read fails: the app ends with a message and exit 3', {skip: noReadFaults}, async t => {
	const opened = openInTerminal(t, content, {
		until: 'cannot be read: EIO',
		env: path => readFaultEnvironment({path, error: 'EIO'}),
	});
	const {terminal} = await opened;
	assert.equal(await terminal.exited(), 3);
	assert.doesNotMatch(terminal.output, /\n\s+at /, 'a stack is shown');
});

test('an upload sends nothing if the file cannot be read, and returns to the edits', {skip: noReadFaults}, async t => {
	const token = 'canary-2f9b6a10';
	const sandbox = await start(t, {token});
	const {terminal, file} = await openInTerminal(t, `${header}\n${recordLine()}\n`, {
		until: 'no problems',
		args: ['--url', sandbox.url, '--integration', sandbox.integration],
		env: path => ({SECODA_API_TOKEN: token, ...readFaultEnvironment({path, error: 'EIO', flag: `${path}.fails`})}),
	});
	await terminal.press(`e${keys.ctrl('u')}edited\r`, '1 unsaved');
	await writeFile(`${file}.fails`, '');
	await terminal.press('p', 'cannot be read: EIO');
	await terminal.shows('Nothing was sent');
	await terminal.press(keys.escape, '1 unsaved');
	await rm(`${file}.fails`);
	await terminal.press('p', 'Nothing has been sent yet');
	assert.equal(sandbox.uploads.length, 0);
});
