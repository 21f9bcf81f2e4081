import assert from 'node:assert/strict';
import {readdir, readFile} from 'node:fs/promises';
import test from 'node:test';
import {sqlDocuments} from '../../scripts/sql-documents.ts';
import {queryText, warehouseIds, warehouses} from '../../source/sql/index.ts';
import {isUsableName, optionFault} from '../../source/sql/option-fault.ts';
import {defaultOptions, nameCases, type QueryOptions} from '../../source/sql/query-options.ts';
import {shellPath} from '../../source/text/shell-word.ts';
import {header} from '../support/session.ts';

test('docs/sql is up to date with the queries', async () => {
	const folder = new URL('../../docs/sql/', import.meta.url);
	const documents = sqlDocuments();
	assert.deepEqual((await readdir(folder)).toSorted(), [...documents.keys()].toSorted());
	for (const [name, text] of documents)
		assert.equal(await readFile(new URL(name, folder), 'utf8'), text, `docs/sql/${name} is out of date: npm run docs`);
});

for (const id of warehouseIds) {
	for (const nameCase of nameCases) {
		test(`${id}, ${nameCase}: the query is one statement with the ten headers, and a comment on how to run it`, () => {
			const text = queryText(id, {...defaultOptions, nameCase});
			const comment = text.match(/^(?:--.*\n)+/)?.[0] ?? '';
			const statement = text.slice(comment.length);
			assert.doesNotMatch(text, /\n\s*\n|--.*;$/m, 'an empty line or a semicolon ends a statement in SQL*Plus');
			assert.match(statement, /^WITH [^;]*;\n$/);
			const names = [...statement.matchAll(/ AS (["`[])(\w+)["`\]],?$/gm)].map(([, , name]) => name);
			assert.equal(names.join(','), header);
			assert.equal(/Not run against the engine/.test(comment.split('\n')[0] ?? ''), warehouses[id].tried === 'not-run');
			assert.match(comment, /warehouse\.csv/);
			assert.match(comment, /Do not change --case later/);
			const notes = comment.split('\n').filter(line => !line.startsWith('--   '));
			// Clients interpret these characters even in a comment.
			for (const note of notes) assert.match(note, /^[ !#%()*+,./0-9:<=>?@A-Z[\]_a-z$-]*$/);
		});
	}
}

/** Names that end a literal, an identifier, a comment or a pattern of some dialect, if they are not quoted. */
const hostile = [`a'b"c\`d[e]f\\g%h_i!j;--k/*`, ';--\\'];

for (const id of warehouseIds) {
	test(`${id}: every option is quoted`, () => {
		for (const name of hostile) {
			const used = warehouses[id].query({
				database: name,
				region: warehouses[id].hasRegion ? name : undefined,
				schemas: [name],
				excludedSchemas: warehouses[id].schema === 'filter' ? [`*${name}`] : [],
				excludedColumns: [name, `*${name}`],
				nameCase: 'lower',
			});
			// The statement itself has none of these characters outside of quotes, but for the semicolon at its end.
			assert.doesNotMatch(used.replace(literals[id], '').slice(0, -1), /;|--|\/\*|\\|\$/, name);
		}
	});
}

const doubled = /'(?:''|[^'])*'|"(?:""|[^"])*"/g;
const doubledWithEscapes = /'(?:''|\\.|[^'\\])*'|"(?:""|[^"])*"/g;
const escaped = /'(?:\\.|[^'\\])*'|`(?:\\.|``|[^`\\])*`/g;

/** The literals and identifiers in quotes of each warehouse, as its documentation defines them. */
const literals: Readonly<Record<(typeof warehouseIds)[number], RegExp>> = {
	snowflake: doubledWithEscapes,
	bigquery: escaped,
	redshift: doubledWithEscapes,
	postgresql: /E'(?:''|\\.|[^'\\])*'|'(?:''|[^'])*'|"(?:""|[^"])*"/g,
	mysql: /'(?:''|\\.|[^'\\])*'|`(?:``|[^`])*`/g,
	mariadb: /'(?:''|\\.|[^'\\])*'|`(?:``|[^`])*`/g,
	sqlserver: /N?'(?:''|[^'])*'|\[(?:\]\]|[^\]])*\]/g,
	oracle: doubled,
	databricks: /'(?:\\.|[^'\\])*'|`(?:``|[^`])*`/g,
	duckdb: doubled,
	clickhouse: escaped,
	trino: doubled,
	sqlite: doubled,
};

test('the database is one word of the printed command', () => {
	const files = {query: 'q.sql', csv: 'w.csv'};
	const commands = (id: 'postgresql' | 'redshift' | 'sqlserver', database: string) =>
		warehouses[id].commands(files, {...defaultOptions, database}).join('\n');
	assert.match(commands('postgresql', 'shop'), /'host=<host> user=<user> dbname=shop client_encoding=UTF8' > w\.csv$/);
	const hostile = `a'b"c $(d)\`e\\`;
	assert.ok(
		commands('redshift', hostile).includes(
			String.raw` 'host=<host> user=<user> dbname='\''a\'\''b"c $(d)${'`'}e\\'\'' port=5439' > `,
		),
		commands('redshift', hostile),
	);
	assert.match(commands('sqlserver', hostile), /-Database 'a''b"c \$\(d\)`e\\' -InputFile q\.sql /);
	assert.match(commands('sqlserver', 'shop'), /-Database shop -InputFile/);
});

test('the names of files are words of the shell of the client', () => {
	const files = {query: shellPath("my 'q.sql"), csv: 'w.csv'};
	const [script] = warehouses.oracle.commands(files, defaultOptions);
	assert.ok(script?.includes(String.raw` '@"''my '\''q.sql''"' exit > run.sql`), script);
	assert.ok(warehouses.oracle.commands({query: 'q.sql', csv: 'w.csv'}, defaultOptions)[0]?.includes(' @q.sql exit '));
	assert.match(warehouses.sqlserver.commands(files, defaultOptions).join(), /-InputFile 'my ''q\.sql' -Disable/);
});

const faults: ReadonlyArray<
	readonly [id: (typeof warehouseIds)[number], options: Partial<QueryOptions>, fault: string | undefined]
> = [
	['sqlite', {excludedSchemas: ['a']}, '--exclude-schema no-schemas'],
	['clickhouse', {schemas: ['a', 'b']}, '--schema not-one-name'],
	['clickhouse', {schemas: ['a*']}, '--schema not-one-name'],
	['clickhouse', {schemas: ['a'], database: 'shop_*'}, undefined],
	['snowflake', {database: 'A*'}, '--database not-one-name'],
	['snowflake', {region: 'eu'}, '--region no-region'],
	['bigquery', {region: 'eu', schemas: ['a', 'b*']}, undefined],
	['mysql', {database: 'a?'}, '--database not-one-name'],
];
for (const [id, options, fault] of faults) {
	test(`${id} with ${JSON.stringify(options)}: ${fault ?? 'no fault'}`, () => {
		const found = optionFault(warehouses[id], {...defaultOptions, ...options});
		assert.equal(found && `${found.option} ${found.reason}`, fault);
	});
}

test('BigQuery reads a region, or the datasets that are named', () => {
	const sources = (options: Partial<QueryOptions>) => [
		...new Set(
			[
				...warehouses.bigquery.query({...defaultOptions, ...options}).matchAll(/(\S+)\.INFORMATION_SCHEMA\.TABLES\b/g),
			].map(([, qualifier]) => qualifier),
		),
	];
	assert.deepEqual(sources({}), ['`region-us`']);
	assert.deepEqual(sources({database: 'my-project', region: 'eu'}), ['`my-project`.`region-eu`']);
	assert.deepEqual(sources({schemas: ['sales']}), ['`sales`']);
	assert.deepEqual(sources({database: 'p', schemas: ['sales', 'web']}), ['`p`.`sales`', '`p`.`web`']);
	assert.deepEqual(sources({schemas: ['sales', 'web_*']}), ['`region-us`']);
	assert.deepEqual(sources({region: 'eu', schemas: ['sales']}), ['`region-eu`']);
});

test('a name is usable unless it is empty or can change the lines of an output', () => {
	for (const name of ['a', 'Große Tabelle', 'a.b', "it's", '表', '*']) assert.ok(isUsableName(name), name);
	for (const name of ['', 'a\nb', 'a\u0000', '\u202e', 'a\u00a0b', '##[group]']) assert.ok(!isUsableName(name), name);
});
