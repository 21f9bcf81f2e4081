import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {json, serve} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {runHere} from '../support/run-here.ts';
import {header, recordLine} from '../support/session.ts';

const env = {SECODA_API_TOKEN: 'token-nothing-sent'};
const gone = 'http://127.0.0.1:1';
const inTheClear = 'http://example.com';

test('only a command that sends says that nothing was sent, only one that creates that nothing was created', async t => {
	const {url: refusing} = await serve(t, (request, response) => {
		request.resume();
		json(response, {}, 403);
	});
	const {url: broken} = await serve(t, (request, response) => {
		request.resume();
		json(response, {}, 500);
	});
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'w.csv'), `${header}\n${recordLine()}\n`);
	await writeFile(join(home, 'file'), '');
	const at = (url: string) => ['--url', url, '--integration', 'i'];
	await runHere(['profiles', 'add', 'nightly', ...at(gone), '--file', 'w.csv'], {home});
	const send = ['Nothing was sent'];
	const create = ['Nothing was created'];
	const cases: ReadonlyArray<readonly [claims: readonly string[], args: readonly string[]]> = [
		[[], ['check', 'none.csv']],
		[[], ['check', '.']],
		[[], ['fix', 'none.csv']],
		[[], ['fix', 'w.csv', '-o', 'none/x.csv', '--set', 'name=a']],
		[[], ['login', 'nightly', '--token-file', 'none']],
		[[], ['login', 'none']],
		[[], ['logout', 'none']],
		[[], ['history', '--state', 'file']],
		[[], ['history', 'none']],
		[[], ['profiles', 'show', 'none']],
		[[], ['profiles', 'add', 'x', ...at(inTheClear)]],
		[[], ['integrations', 'list', '--url', gone]],
		[[], ['integrations', 'list', '--url', refusing]],
		[[], ['integrations', 'list', '--url', inTheClear]],
		[[], ['sandbox', '--data-dir', 'file/x']],
		[create, ['integrations', 'create', 'x', '--url', gone]],
		[create, ['integrations', 'create', 'x', '--url', refusing]],
		[create, ['integrations', 'create', 'x', '--url', inTheClear]],
		[create, ['integrations', 'create', 'x', '--url', gone, '--token-file', 'none']],
		[create, ['integrations', 'create', ' ', '--url', gone]],
		[[], ['integrations', 'create', 'x', '--url', broken]],
		[send, ['upload', 'none.csv', ...at(gone)]],
		[send, ['upload', 'w.csv', ...at(gone), '--token-file', 'none']],
		[send, ['upload', 'w.csv', ...at(inTheClear)]],
		[send, ['upload', 'w.csv', ...at(gone), '--state', 'file']],
		[send, ['upload', 'w.csv', ...at(refusing)]],
		[send, ['run', 'nightly']],
	];
	const left = [...cases];
	const work = async () => {
		for (let next = left.shift(); next !== undefined; next = left.shift()) {
			const [claims, args] = next;
			const {code, stdout, stderr} = await runHere([...args, '--no-input'], {home, env});
			assert.notEqual(code, 0, args.join(' '));
			const found = (stdout + stderr).match(/nothing was (?:sent|created|made)/gi) ?? [];
			assert.deepEqual(found, claims, `${args.join(' ')}\n${stdout}${stderr}`);
		}
	};
	await Promise.all([work(), work()]);
});
