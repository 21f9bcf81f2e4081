import {leadingComment} from './leading-comment.ts';
import type {QueryOptions} from './query-options.ts';
import type {RunFiles, Warehouse} from './warehouse.ts';

import {bigquery} from './warehouses/bigquery.ts';
import {clickhouse} from './warehouses/clickhouse.ts';
import {databricks} from './warehouses/databricks.ts';
import {duckdb} from './warehouses/duckdb.ts';
import {mariadb, mysql} from './warehouses/mysql.ts';
import {oracle} from './warehouses/oracle.ts';
import {postgresql} from './warehouses/postgresql.ts';
import {redshift} from './warehouses/redshift.ts';
import {snowflake} from './warehouses/snowflake.ts';
import {sqlite} from './warehouses/sqlite.ts';
import {sqlserver} from './warehouses/sqlserver.ts';
import {trino} from './warehouses/trino.ts';

/** The warehouses that have a query, by the names that users type. */
export const warehouses = {
	snowflake,
	bigquery,
	redshift,
	postgresql,
	mysql,
	mariadb,
	sqlserver,
	oracle,
	databricks,
	duckdb,
	clickhouse,
	trino,
	sqlite,
} as const satisfies Readonly<Record<string, Warehouse>>;

export type WarehouseId = keyof typeof warehouses;

/** The names of all warehouses, in the order of lists. */
export const warehouseIds = Object.keys(warehouses).filter(isWarehouseId);

/** True for the name of a warehouse. */
export function isWarehouseId(text: string): text is WarehouseId {
	return Object.hasOwn(warehouses, text);
}

/** The usual names of the files of a run. */
export const defaultRunFiles: RunFiles = {query: 'query.sql', csv: 'warehouse.csv'};

/** Returns the query of a warehouse, with a comment that explains how to run it. */
export function queryText(id: WarehouseId, options: QueryOptions, files: RunFiles = defaultRunFiles): string {
	const warehouse: Warehouse = warehouses[id];
	return `${leadingComment(warehouse, options, files)}${warehouse.query(options)}\n`;
}
