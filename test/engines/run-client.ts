import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {TestContext} from 'node:test';
import {parse} from 'csv-parse/sync';
import {defaultRunFiles, queryText, type WarehouseId, warehouses} from '../../source/sql/index.ts';
import {defaultOptions} from '../../source/sql/query-options.ts';
import {assertCleanText, type Row} from '../sql/small-warehouse.ts';
import {temporaryFolder} from '../support/folder.ts';

/**
Runs the command that the query of a warehouse names, with replacements for its placeholders, and returns the rows of its CSV. Asserts that
the program finds no errors in the file.
*/
export async function runClient(
	t: TestContext,
	id: WarehouseId,
	replacements: ReadonlyArray<readonly [from: string, to: string]>,
): Promise<readonly Row[]> {
	const folder = await temporaryFolder(t);
	await writeFile(join(folder, defaultRunFiles.query), queryText(id, defaultOptions));
	let command = warehouses[id].commands(defaultRunFiles, defaultOptions).join('\n');
	for (const [from, to] of replacements) {
		assert.ok(command.includes(from), `${command} has no ${from}`);
		command = command.replace(from, to);
	}

	const {status, stderr} = spawnSync('bash', ['-o', 'pipefail', '-c', command], {cwd: folder, encoding: 'utf8'});
	assert.deepEqual([status, stderr], [0, ''], command);
	const csv = await readFile(join(folder, defaultRunFiles.csv));
	const rows: readonly Row[] = parse(csv, {columns: true});
	await assertCleanText(t, csv, rows.length);
	return rows;
}
