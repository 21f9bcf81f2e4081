import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {temporaryFolder} from '../support/folder.ts';
import {runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

const env = {SECODA_API_TOKEN: 'token-failing-files'};

test('an upload of a file with errors has failed, and was refused by nobody', async t => {
	const home = await temporaryFolder(t);
	const files = {
		'a missing name': `${header}\n${recordLine({col_name: ''})}\n`,
		'a missing column': 'database,schema\na,b\n',
		'no rows': `${header}\n`,
	};
	for (const [what, content] of Object.entries(files)) {
		await writeFile(join(home, 'bad.csv'), content);
		const place = ['--url', 'http://127.0.0.1:1', '--integration', 'x'];
		for (const command of ['upload', 'run']) {
			const {code, stdout} = await runProgram([command, 'bad.csv', ...place, '--json'], {home, env});
			const {outcome, sent, message, error} = JSON.parse(stdout);
			assert.deepEqual([code, outcome, sent], [1, 'failed', null], what);
			assert.deepEqual([error.code, error.problem, error.exitCode], ['file-has-errors', message, 1], what);
			assert.notEqual(error.hint, '');
		}
	}
});
