import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {start} from '../sandbox/client.ts';
import {pathWithProgram} from '../support/command-line.ts';
import {temporaryFolder} from '../support/folder.ts';
import {Terminal} from './terminal.ts';

test('a pretty-printed array is converted as the program advises, then uploaded', async t => {
	const folder = await temporaryFolder(t);
	const sandbox = await start(t);
	const resources = [
		{entity_type: 'database', databuilder_id: 'db', title: 'db'},
		{entity_type: 'schema', databuilder_id: 'db.s', title: 's', parent_databuilder_id: 'db'},
		{
			entity_type: 'table',
			databuilder_id: 'db.s.t',
			title: 't',
			parent_databuilder_id: 'db.s',
			schema: 's',
			database: 'db',
		},
	];
	await writeFile(join(folder, 'pretty.json'), JSON.stringify(resources, undefined, '\t'));
	const terminal = new Terminal({
		command: 'bash',
		args: ['--norc', '--noprofile'],
		cwd: folder,
		env: {HOME: folder, PATH: await pathWithProgram(folder), PS1: 'shell> ', SECODA_API_TOKEN: sandbox.token},
		columns: 160,
	});
	t.after(() => terminal[Symbol.dispose]());
	await terminal.shows('shell>');
	await terminal.press('secoda-upload pretty.json\r', /Run "secoda-upload convert [^"]+" to/);
	const [, advice = ''] = /Run "([^"]+)"/.exec(terminal.text()) ?? [];
	await terminal.press(`${advice}\r`, 'Saved to pretty.json.jsonl: 3 lines.');
	const target = `--url ${sandbox.url} --integration ${sandbox.integration}`;
	await terminal.press(`secoda-upload pretty.json.jsonl ${target}\r`, '3 rows');
	await terminal.press('p', '1 database, 1 schema, 1 table');
	await terminal.press('s', '✓ Confirmed: all 3 databases, schemas and tables');
	assert.equal(sandbox.uploads.length, 1);
});
