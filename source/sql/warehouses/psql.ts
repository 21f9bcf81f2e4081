import {shellWord} from '../../text/shell-word.ts';
import type {QueryOptions} from '../query-options.ts';
import type {RunFiles} from '../warehouse.ts';

/** Returns the command that runs a query with psql. `parameters` are those of the connection beside host, user and database. */
export function psqlCommand({query, csv}: RunFiles, {database}: QueryOptions, parameters: readonly string[]): string {
	const name = database === undefined ? '<database>' : connectionValue(database);
	const connection = ['host=<host>', 'user=<user>', `dbname=${name}`, ...parameters].join(' ');
	return `psql --no-psqlrc --quiet --csv --file=${query} ${shellWord(connection)} > ${csv}`;
}

/** Quotes a value of a connection string of libpq. */
function connectionValue(text: string): string {
	return /^[\w.-]+$/.test(text) ? text : `'${text.replaceAll(/['\\]/g, String.raw`\$&`)}'`;
}
