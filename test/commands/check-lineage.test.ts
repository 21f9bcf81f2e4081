import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {temporaryFolder} from '../support/folder.ts';
import {runProgram} from '../support/program.ts';

const lines = [
	{from_identifier: {type: 'internal_resource', databuilder_id: 'a'}, to_identifier: {type: 'external_table'}},
	{from_identifier: {type: 'internal_resource'}, to_identifier: {type: 'internal_resource', databuilder_id: 'b'}},
	{from_databuilder_id: 'a', to_databuilder_id: ''},
];

type Report = {
	readonly counts: object;
	readonly problems: ReadonlyArray<{readonly row: number; readonly field: string | null; readonly code: string}>;
};

async function reportOf(home: string, ...options: readonly string[]): Promise<Report> {
	const {stdout} = await runProgram(['check', 'lineage.jsonl', '--json', ...options], {home});
	return JSON.parse(stdout) as Report;
}

test('reports name the identifier of a key, and ignore problems by its name', async t => {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'lineage.jsonl'), lines.map(line => `${JSON.stringify(line)}\n`).join(''));
	const {problems} = await reportOf(home);
	assert.deepEqual(
		problems.map(({row, field, code}) => [row, field, code]),
		[
			[1, 'to_identifier', 'required'],
			[2, 'from_identifier', 'required'],
			[3, null, 'old-form'],
			[3, 'to_identifier', 'required'],
		],
	);
	const other = await reportOf(home, '--ignore', 'required:to_identifier');
	assert.deepEqual(other.counts, {required: 1, 'old-form': 1});
	assert.deepEqual(
		other.problems.map(({row}) => row),
		[2, 3],
	);
});

test('a problem of a key names the key in its message', async t => {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'lineage.jsonl'), lines.map(line => `${JSON.stringify(line)}\n`).join(''));
	const {stdout} = await runProgram(['check', 'lineage.jsonl'], {home});
	assert.match(stdout, /to_identifier\.table is missing or empty/);
	assert.match(stdout, /from_identifier\.databuilder_id is missing or empty/);
	assert.match(stdout, /to_databuilder_id is missing or empty/);
});
