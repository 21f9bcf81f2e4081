import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {answerReads, bodyOf, json, serve} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {programPath, runCommand} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

test('however few files may be open, the program says of its upload what the server has seen', {
	skip: process.platform === 'win32',
}, async t => {
	const taken = new Set<string>();
	const {url} = await serve(t, async (request, response) => {
		if (answerReads(request, response)) return;
		await bodyOf(request);
		taken.add(/limit-\d+/.exec(request.url ?? '')?.[0] ?? '');
		json(response, {});
	});
	const limits = Array.from({length: 8}, (_, at) => `limit-${24 + at}`);
	const exitCodes = await Promise.all(
		limits.map(async limit => {
			const home = await temporaryFolder(t);
			await writeFile(join(home, 'w.csv'), `${header}\n${recordLine()}\n`);
			const script = `ulimit -n ${limit.slice(6)}; exec "$@"`;
			const args = ['upload', 'w.csv', '--url', url, '--integration', limit, '--wait', '0'];
			const {code, stdout, stderr} = await runCommand(
				'bash',
				['-c', script, 'bash', process.execPath, programPath, ...args],
				{home, env: {SECODA_API_TOKEN: 'token-descriptors'}},
			);
			const text = stdout + stderr;
			if (taken.has(limit)) assert.doesNotMatch(text, /[Nn]othing was sent/, text);
			else assert.doesNotMatch(text, /Sent,|not known/, text);
			assert.equal(code === 0 || code === 6, taken.has(limit), text);
			return code;
		}),
	);
	assert.ok(exitCodes.includes(5), 'some limit was met');
});
