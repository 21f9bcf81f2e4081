import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import test from 'node:test';
import {postgresqlStatements, postgresqlTables} from '../sql/postgresql-warehouse.ts';
import {rowsOf} from '../sql/small-warehouse.ts';
import {runClient} from './run-client.ts';
import {findProgram, runToEnd, serverFolder, serverUser, startServer} from './server.ts';

const postgres = findProgram('postgres');
const initdb = findProgram('initdb');
const psql = findProgram('psql');

test('PostgreSQL: psql writes a CSV with exactly the tables that were made', {
	skip: postgres === undefined || initdb === undefined || psql === undefined ? 'PostgreSQL is not installed' : false,
}, async t => {
	assert.ok(postgres !== undefined && initdb !== undefined && psql !== undefined);
	const user = serverUser('postgres');
	const folder = await serverFolder(t, user);
	const data = join(folder, 'data');
	runToEnd(initdb, ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N'], user);
	const client = ['-h', folder, '-U', 'postgres'];
	await startServer(t, {
		command: postgres,
		args: ['-D', data, '-k', folder, '-c', 'listen_addresses='],
		user,
		answers: () => spawnSync(psql, [...client, '-c', 'SELECT 1']).status === 0,
	});
	runToEnd(psql, [...client, '-q', '-v', 'ON_ERROR_STOP=1', '-c', 'CREATE DATABASE "Shop"']);
	runToEnd(psql, [...client, '-q', '-v', 'ON_ERROR_STOP=1', '-d', 'Shop'], {}, postgresqlStatements);
	const rows = await runClient(t, 'postgresql', [
		['<host>', folder],
		['<user>', 'postgres'],
		['<database>', 'Shop'],
	]);
	assert.deepEqual(rows, rowsOf(postgresqlTables('shop')));
});
