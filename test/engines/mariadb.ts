import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import test from 'node:test';
import {comments, rowsOf} from '../sql/small-warehouse.ts';
import {runClient} from './run-client.ts';
import {findProgram, runToEnd, serverFolder, serverUser, startServer} from './server.ts';

const mariadbd = findProgram('mariadbd');
const install = findProgram('mariadb-install-db');
const mariadb = findProgram('mariadb');

const literal = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

const statements = `
	SET time_zone = '+05:00';
	SET timestamp = 1700000000;
	CREATE DATABASE Sales;
	CREATE DATABASE sales;
	CREATE TABLE Sales.Orders (Id int PRIMARY KEY, dropped int, total decimal(10,2) COMMENT ${literal(comments.column)})
		COMMENT ${literal(comments.table)};
	ALTER TABLE Sales.Orders DROP COLUMN dropped;
	CREATE TABLE Sales.orders (kind enum('a','b, "c"'), É varchar(20));
	CREATE TABLE sales.orders (id bigint unsigned) PARTITION BY HASH (id) PARTITIONS 3;
	CREATE TABLE sales.versions (id int) WITH SYSTEM VERSIONING;
	CREATE VIEW sales.recent AS SELECT Id FROM Sales.Orders;
	CREATE TABLE sales.gone (id int);
	CREATE VIEW sales.broken AS SELECT id FROM sales.gone;
	DROP TABLE sales.gone;
	CREATE SEQUENCE sales.numbers;
	CREATE TEMPORARY TABLE sales.scratch (id int);`;

test('MariaDB: the client and Perl write a CSV with exactly the tables that were made', {
	skip: mariadbd === undefined || install === undefined || mariadb === undefined ? 'MariaDB is not installed' : false,
}, async t => {
	assert.ok(mariadbd !== undefined && install !== undefined && mariadb !== undefined);
	const user = serverUser('mysql');
	const folder = await serverFolder(t, user);
	const data = join(folder, 'data');
	const socket = join(folder, 'socket');
	const files = [`--datadir=${data}`, `--tmpdir=${folder}`];
	runToEnd(install, ['--no-defaults', ...files, '--auth-root-authentication-method=normal', '--skip-test-db'], user);
	const client = ['--no-defaults', `--socket=${socket}`, '--user=root', '--default-character-set=utf8mb4'];
	await startServer(t, {
		command: mariadbd,
		args: ['--no-defaults', ...files, `--socket=${socket}`, '--skip-networking', '--pid-file=pid'],
		user,
		answers: () => spawnSync(mariadb, [...client, '--execute=SELECT 1']).status === 0,
	});
	runToEnd(mariadb, client, {}, statements);
	const found = await runClient(t, 'mariadb', [
		['--host=<host>', `--socket=${socket}`],
		['<user>', 'root'],
		[' --password', ''],
	]);
	const times = new Set(found.map(row => row['last_updated_time']));
	const rows = found.map(row => ({...row, last_updated_time: ''}));
	const at = {database: 'mariadb', schema: 'Sales'};
	const lower = {database: 'mariadb', schema: 'sales'};
	assert.deepEqual(
		rows,
		rowsOf([
			{
				...at,
				name: 'Orders',
				description: comments.table,
				columns: [
					['id', 'int(11)'],
					['total', 'decimal(10,2)', comments.column],
				],
			},
			{
				...at,
				name: 'orders',
				columns: [
					['kind', `enum('a','b, "c"')`],
					['é', 'varchar(20)'],
				],
			},
			{...lower, name: 'orders', columns: [['id', 'bigint(20) unsigned']]},
			{...lower, name: 'recent', isView: true, columns: [['id', 'int(11)']]},
			{...lower, name: 'versions', columns: [['id', 'int(11)']]},
		]),
	);
	// A view has no time.
	for (const time of times) assert.match(time ?? '', /^(?:1[78]\d{8})?$/);
});
