import {once} from 'node:events';
import {createWriteStream} from 'node:fs';
import {columnDescription, columnsPerTable, columnWords, sentence, types} from './texts.ts';

const databases = ['ANALYTICS', 'RAW'];
const schemaCount = 40;

/** Writes JSON Lines that describe a warehouse: databases, schemas, tables and columns, the same for the same number. */
export async function generateResources(path: string, records: number): Promise<void> {
	await writeLines(path, resources(records));
}

/** Writes edges between the columns of such a file, the same for the same numbers. */
export async function generateEdges(path: string, edges: number, records: number): Promise<void> {
	await writeLines(path, edgesBetween(columnsIn(records), edges));
}

function* edgesBetween(columns: number, edges: number): Generator<unknown, void, void> {
	for (let edge = 0; edge < edges; edge++) {
		// Prime factors reach all columns, in no order; each pass over them has other pairs.
		const pass = Math.floor(edge / columns);
		const to = (edge * 104_729 + 13 + pass) % columns;
		yield {from_identifier: internalEnd((edge * 7919) % columns), to_identifier: internalEnd(to)};
	}
}

function* resources(records: number): Generator<unknown, void, void> {
	for (const database of databases) yield {entity_type: 'database', databuilder_id: database, title: database};
	for (const database of databases) {
		for (let schema = 0; schema < schemaCount; schema++) {
			const title = `schema_${schema}`;
			yield {
				entity_type: 'schema',
				databuilder_id: `${database}.${title}`,
				parent_databuilder_id: database,
				title,
				database,
			};
		}
	}

	for (let column = 0; column < columnsIn(records); column++) {
		if (column % columnsPerTable === 0) yield tableOf(column);
		yield {
			entity_type: 'column',
			databuilder_id: columnId(column),
			parent_databuilder_id: tableId(column),
			title: columnTitle(column),
			description: columnDescription(column),
			type: types[column % types.length],
			sort_order: (column % columnsPerTable) + 1,
			is_pk: column % columnsPerTable === 0,
		};
	}
}

/** Returns how many columns a file with so many records has, beside its databases, schemas and tables. */
function columnsIn(records: number): number {
	const others = databases.length * (1 + schemaCount);
	return Math.floor(((records - others) * columnsPerTable) / (columnsPerTable + 1));
}

function tableOf(column: number): unknown {
	const table = Math.floor(column / columnsPerTable);
	return {
		entity_type: 'table',
		databuilder_id: tableId(column),
		parent_databuilder_id: schemaId(table),
		title: tableTitle(table),
		description: `${sentence(table + 1, 14)}.`,
		schema: `schema_${table % schemaCount}`,
		database: databases[table % databases.length],
		external_updated_at: '2026-11-01T08:00:00Z',
	};
}

function schemaId(table: number): string {
	return `${databases[table % databases.length]}.schema_${table % schemaCount}`;
}

function tableTitle(table: number): string {
	return `${columnWords[table % columnWords.length]}_${table}`;
}

function tableId(column: number): string {
	const table = Math.floor(column / columnsPerTable);
	return `${schemaId(table)}.${tableTitle(table)}`;
}

function columnTitle(column: number): string {
	return `${columnWords[(column * 7) % columnWords.length]}_${column % columnsPerTable}`;
}

function columnId(column: number): string {
	return `${tableId(column)}.${columnTitle(column)}`;
}

function internalEnd(column: number): unknown {
	return {type: 'internal_resource', databuilder_id: columnId(column)};
}

async function writeLines(path: string, values: Iterable<unknown>): Promise<void> {
	const stream = createWriteStream(path);
	for (const value of values) if (!stream.write(`${JSON.stringify(value)}\n`)) await once(stream, 'drain');
	stream.end();
	await once(stream, 'close');
}
