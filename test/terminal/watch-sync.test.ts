import assert from 'node:assert/strict';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {start, upload} from '../sandbox/client.ts';
import {json, serve} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {passOn} from '../support/pass-on.ts';
import {programPath, runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';
import {keys, Terminal} from './terminal.ts';

const token = 'canary-watch-90c';

type Home = {
	readonly folder: string;
	/** Stops or resumes responding. */
	setGone(isGone: boolean): void;
	/** Refuses the token from now on. */
	refuseToken(): void;
	open(): Terminal;
};

/** A home with the profile nightly, and a catalog that shows a page which the file does not hold. It is gone after an upload. */
async function homeOf(t: TestContext): Promise<Home> {
	const sandbox = await start(t, {token});
	await upload(sandbox, [recordLine(), recordLine({col_name: 'other'})]);
	let gone = false;
	let isRefused = false;
	const {url} = await serve(t, async (request, response) => {
		if (isRefused) return json(response, {}, 401);
		if (gone) return void request.socket.destroy();
		gone = request.method === 'POST';
		const {status, body} = await passOn(request, sandbox.url);
		json(response, body, status);
	});
	const folder = await temporaryFolder(t);
	await writeFile(join(folder, 'w.csv'), `${header}\n${recordLine()}\n${recordLine({col_name: 'new'})}\n`);
	await mkdir(join(folder, 'profiles'));
	const {integration} = sandbox;
	const profile = {url, integration, file: join(folder, 'w.csv'), tokenPlace: 'nowhere'};
	await writeFile(join(folder, 'profiles', 'nightly.json'), JSON.stringify(profile));
	return {
		folder,
		setGone(isGone) {
			gone = isGone;
		},
		refuseToken() {
			isRefused = true;
		},
		open() {
			const env = {HOME: folder, SECODA_UPLOAD_HOME: folder, SECODA_API_TOKEN: token};
			const terminal = new Terminal({args: [programPath], cwd: folder, env});
			t.after(() => terminal[Symbol.dispose]());
			return terminal;
		},
	};
}

test('names an unreachable catalog, marks nothing, and watches the sync again with w', async t => {
	const home = await homeOf(t);
	const terminal = home.open();
	await terminal.shows('▸ nightly');
	assert.doesNotMatch(terminal.text(), /w watch/);
	await terminal.press(keys.enter, 'Nothing has been sent yet');
	await terminal.press('s', 'Secoda cannot be reached, retrying (2nd time)');
	assert.match(terminal.text(), /… 3 tables and columns expected, not read yet/);
	assert.match(terminal.text(), /… Pages to hide: not read yet/);
	assert.doesNotMatch(terminal.text(), /found|✓ to be hidden|✓ pages/);
	await terminal.press(keys.escape, '? Sent, but the catalog could not be read');
	await terminal.press(keys.enter, '? unseen, just now');
	await terminal.shows('w watch');
	home.setGone(false);
	const before = terminal.output.length;
	await terminal.press('w', '✓ Confirmed: all 3 tables and columns');
	assert.doesNotMatch(terminal.output.slice(before), /Nothing (?:was|has been) sent/);
	await terminal.press(keys.enter, '✓ confirmed, just now');
	await terminal.press('w', 'The last upload of nightly is confirmed; there is no sync to watch.');
	terminal.type('q');
	assert.equal(await terminal.exited(), 0);
});

test('w in the history watches that upload again; leaving the watch keeps it unseen', async t => {
	const home = await homeOf(t);
	const env = {SECODA_API_TOKEN: token};
	assert.equal((await runProgram(['run', 'nightly', '--wait', '50ms'], {home: home.folder, env})).code, 9);
	const terminal = home.open();
	await terminal.shows('? unseen');
	await terminal.press('h', '▸ ? #1 unseen, just now');
	await terminal.press(keys.enter, 'w watch the sync');
	await terminal.press('w', 'was not watched');
	assert.match(terminal.text(), /Sent, 2 rows\. The catalog was not read/);
	await terminal.press(keys.enter, '? unseen');
	home.setGone(false);
	await terminal.press('h', '▸ ? #1 unseen, just now');
	await terminal.press(keys.enter, 'w watch the sync');
	await terminal.press('w', '✓ Confirmed: all 3 tables and columns');
	await terminal.press(keys.enter, '✓ confirmed, just now');
	await terminal.press('h', '▸ ✓ #1 confirmed, just now');
	await terminal.press(keys.enter, 'SHA-256');
	assert.doesNotMatch(terminal.text(), /w watch/);
});

test('asks for another token at the next w if it was rejected during the watch', async t => {
	const home = await homeOf(t);
	const env = {SECODA_API_TOKEN: token};
	assert.equal((await runProgram(['run', 'nightly', '--wait', '50ms'], {home: home.folder, env})).code, 9);
	home.setGone(false);
	home.refuseToken();
	const terminal = home.open();
	await terminal.shows('? unseen');
	await terminal.press('w', 'was not watched');
	assert.match(terminal.text(), /Sent, 2 rows\. The catalog was not read/);
	await terminal.press(keys.enter, '? unseen');
	await terminal.press('w', 'API token');
});
