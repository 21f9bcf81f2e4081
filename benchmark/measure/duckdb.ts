import {pathToFileURL} from 'node:url';
import {type Figures, secondsOf} from '../figures.ts';

/** The part of @duckdb/node-api that is used. It is not a dependency: it is measured where it is installed. */
type DuckDb = {
	readonly DuckDBInstance: {
		create(): Promise<{connect(): Promise<{runAndReadAll(sql: string): Promise<{getRows(): unknown[][]}>}>}>;
	};
};

const names = ['col_name', 'database', 'schema', 'name'];
const nullMark = (value: string) => `lower(trim(${value})) IN ('', 'none', 'null', 'na', 'n/a', 'nan', '\\n')`;

/** Checks the file in DuckDB with the same rules as SQL, on two threads. SECODA_UPLOAD_DUCKDB is the module's path. */
export async function measure(path: string): Promise<Figures> {
	const named = process.env['SECODA_UPLOAD_DUCKDB'];
	const module: string = named === undefined ? '@duckdb/node-api' : pathToFileURL(named).href;
	const {DuckDBInstance} = (await import(module)) as DuckDb;
	const connection = await (await DuckDBInstance.create()).connect();
	await connection.runAndReadAll('SET threads = 2');
	const file = `read_csv('${path}', header = true, all_varchar = true, delim = ',', quote = '"')`;
	const seconds = await secondsOf(async () => {
		await connection.runAndReadAll(`CREATE TEMP TABLE rows AS SELECT * FROM ${file}`);
		await connection.runAndReadAll(`SELECT ${cellRules().join(', ')} FROM rows`);
		await connection.runAndReadAll(
			'SELECT count(*) FROM (SELECT 1 FROM rows GROUP BY trim(database), trim(schema), trim(name), lower(trim(col_name)) HAVING count(*) > 1)',
		);
		await connection.runAndReadAll(
			'SELECT count(*) FROM (SELECT 1 FROM rows GROUP BY trim(database), trim(schema), trim(name) HAVING count(DISTINCT trim(description)) > 1 OR count(DISTINCT lower(trim(is_view))) > 1 OR count(DISTINCT trim(last_updated_time)) > 1)',
		);
	});
	return {'DuckDB, same rules as SQL, two cores, s': seconds};
}

function cellRules(): readonly string[] {
	const count = (condition: string) => `count(*) FILTER (WHERE ${condition})`;
	return [
		...names.flatMap(name => [
			count(`trim(${name}) = '' OR ${name} IS NULL`),
			count(`${name} LIKE '%.%'`),
			count(`${name} <> trim(${name})`),
			count(`regexp_matches(${name}, '[\\x{200B}-\\x{200F}\\x{FEFF}]')`),
		]),
		...[...names, 'col_description', 'description'].map(field => count(`trim(${field}) <> '' AND ${nullMark(field)}`)),
		count(`NOT regexp_full_match(trim(sort_order), '[+-]?[0-9]+') AND NOT ${nullMark('sort_order')}`),
		count(`lower(trim(is_view)) NOT IN ('true', 'false') AND NOT ${nullMark('is_view')}`),
		count(`NOT regexp_full_match(trim(last_updated_time), '[0-9]{1,10}') AND NOT ${nullMark('last_updated_time')}`),
		count("regexp_matches(col_name, '[A-Z]')"),
	];
}
