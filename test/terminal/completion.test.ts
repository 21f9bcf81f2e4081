import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {pathWithProgram} from '../support/command-line.ts';
import {temporaryFolder} from '../support/folder.ts';
import {runProgram} from '../support/program.ts';
import {keys, Terminal} from './terminal.ts';

test('in bash, Tab behind run lists profiles before files, and behind --fix the codes', async t => {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'a.csv'), '');
	await runProgram(['profiles', 'add', 'zz-nightly', '--url', 'eu', '--integration', 'i'], {home});
	const env = {HOME: home, SECODA_UPLOAD_HOME: home, PATH: await pathWithProgram(home), PS1: '> '};
	using terminal = new Terminal({command: 'bash', args: ['--norc', '--noprofile', '-i'], cwd: home, env});
	await terminal.shows('> ');
	terminal.type('source <(secoda-upload completion bash); clear; echo ready\r');
	await terminal.shows(/^ready/m);
	terminal.type(`secoda-upload run ${keys.tab}${keys.tab}`);
	await terminal.shows(/zz-nightly\s.*a\.csv/);
	terminal.type(`${keys.ctrl('u')}secoda-upload fix a.csv --fix period${keys.tab}`);
	await terminal.shows('--fix period-in-name');
});
