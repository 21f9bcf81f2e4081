import {comments, type TableOf} from './small-warehouse.ts';

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Statements that make the small warehouse in PostgreSQL. */
export const postgresqlStatements = `
	CREATE SCHEMA "Sales";
	CREATE SCHEMA stage_raw;
	CREATE SCHEMA stagexraw;
	CREATE TABLE "Sales"."Orders" ("Id" int, dropped text, total numeric(10, 2), tags text[]);
	ALTER TABLE "Sales"."Orders" DROP COLUMN dropped;
	CREATE INDEX orders_total ON "Sales"."Orders" (total);
	CREATE TABLE "Sales".orders (id int);
	CREATE TABLE public.orders (id int);
	CREATE SCHEMA "Public";
	CREATE TABLE "Public".orders (id int);
	CREATE TABLE "Sales"."Big Orders" (id int, day date) PARTITION BY RANGE (day);
	CREATE TABLE "Sales".big_2025 PARTITION OF "Sales"."Big Orders" FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
	CREATE VIEW "Sales"."É" AS SELECT "Id" AS "Ä" FROM "Sales"."Orders";
	CREATE MATERIALIZED VIEW "Sales".daily AS SELECT 1::bigint AS day;
	CREATE TABLE stage_raw.load (line varchar(20), "dw*" int);
	CREATE TABLE stagexraw.load (line char(3));
	CREATE TEMPORARY TABLE scratch (x int);
	CREATE SEQUENCE public.numbers;
	CREATE TYPE public.pair AS (a int, b int);
	CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
	COMMENT ON TABLE "Sales"."Orders" IS ${literal(comments.table)};
	COMMENT ON COLUMN "Sales"."Orders".total IS ${literal(comments.column)};
	COMMENT ON INDEX "Sales".orders_total IS 'An index';
	COMMENT ON VIEW "Sales"."É" IS 'A view';
	COMMENT ON MATERIALIZED VIEW "Sales".daily IS 'A materialized view';
	DO $$ BEGIN
		-- Another object with the same number has a comment: only its class differs.
		EXECUTE format('INSERT INTO pg_description VALUES (%s, %s, 0, %L)',
			'"Sales"."Orders"'::regclass::oid, 'pg_proc'::regclass::oid, 'Of a function');
	END $$;
`;

/** Returns the tables that the query should find, in order: upper case first. */
export function postgresqlTables(database: string): readonly TableOf[] {
	const sales = {database, schema: 'sales'};
	return [
		{database, schema: 'Public', name: 'orders', columns: [['id', 'integer']]},
		{
			...sales,
			name: 'big orders',
			columns: [
				['id', 'integer'],
				['day', 'date'],
			],
		},
		{
			...sales,
			name: 'Orders',
			description: comments.table,
			columns: [
				['id', 'integer'],
				['total', 'numeric(10,2)', comments.column],
				['tags', 'text[]'],
			],
			positions: [1, 3, 4],
		},
		{...sales, name: 'daily', description: 'A materialized view', isView: true, columns: [['day', 'bigint']]},
		{...sales, name: 'orders', columns: [['id', 'integer']]},
		{...sales, name: 'é', description: 'A view', isView: true, columns: [['ä', 'integer']]},
		{database, schema: 'public', name: 'orders', columns: [['id', 'integer']]},
		{
			database,
			schema: 'stage_raw',
			name: 'load',
			columns: [
				['line', 'character varying(20)'],
				['dw*', 'integer'],
			],
		},
		{database, schema: 'stagexraw', name: 'load', columns: [['line', 'character(3)']]},
	];
}
