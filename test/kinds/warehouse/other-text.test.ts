import assert from 'node:assert/strict';
import test from 'node:test';
import {warehouse} from '../../../source/kinds/warehouse/warehouse.ts';
import {FormatError} from '../../../source/session/format-error.ts';
import {Session} from '../../../source/session/session.ts';
import {temporaryFile} from '../../support/folder.ts';

const {signal} = new AbortController();
const header = 'col_name,database,schema,name';
const record = 'id,shop,sales,orders';
const table = `${header}\n${record}\n`;
const piped = table.replaceAll(',', '|');

/** Each text, and a word of the message that says what it is; `undefined` for a CSV. */
const cases: ReadonlyArray<readonly [what: string, text: string, named: RegExp | undefined]> = [
	['an array of scalars', '["a", "b"]\n', /JSON/],
	['an empty array', '[]\n', /JSON/],
	['labels in brackets', '[Field],[Table]\na,b\n', undefined],
	['a page', '<!DOCTYPE html>\n<html><body>Sign in</body></html>\n', /HTML/],
	['a page after a comment', '<!-- x -->\n<html>\n', /HTML/],
	['a spreadsheet as XML', '<?xml version="1.0"?>\n<Workbook/>\n', /XML/],
	['XML without a declaration', '<rows>\n<row a="1"/></rows>\n', /XML/],
	['labels in angle brackets', '<Field>,<Table>\na,b\n', undefined],
	['a query', 'SELECT a,\n  b\nFROM t;\n', /SQL/],
	['a query after comments', '-- x\n/* y\n*/\nwith a as (select 1) select * from a\n', /SQL/],
	['definitions', 'create or replace materialized view a as select 1;\n', /SQL/],
	['insertions', 'INSERT INTO t VALUES (1);\n', /SQL/],
	['a dump', 'SET search_path = x;\nCOPY t (a) FROM stdin;\n', /SQL/],
	['a script for SQL Server', 'USE shop\nGO\nSET NOCOUNT ON\n', /SQL/],
	['a dump of mysqldump', '-- MySQL dump\n/*!40101 SET NAMES utf8 */;\nDROP TABLE IF EXISTS `a`;\n', /SQL/],
	['a query of quoted names', 'WITH "a b" (x) AS (SELECT 1), c AS (SELECT 2) SELECT 1\n', /SQL/],
	['a single statement', 'SHOW TABLES;\n', /SQL/],
	['a query without a table', 'select 1, 2;\n', /SQL/],
	['a script of SQLite', 'PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n', /SQL/],
	['comments on tables', "COMMENT ON TABLE a IS 'b, c';\nCOMMENT ON TABLE b IS 'd';\n", /SQL/],
	['variables of SQL Server', 'DECLARE @x int = 1;\nSELECT @x;\n', /SQL/],
	['labels with semicolons that start like a statement', 'Show;Describe;Explain\na;b;c\n', undefined],
	['labels that start like statements', 'Create Date,Update User,Set\na,b,c\n', undefined],
	['titles that start like statements', 'Use cases\nCopy of the table from March\n', undefined],
	['a comment above a header', `-- exported by a job\nselect * from t\n${table}`, undefined],
	[
		'a table of psql',
		' col_name | database | schema | name \n----------+----------+--------+------\n id | a | b | c\n',
		/psql/,
	],
	['a table of mysql', '+------+\n| name |\n+------+\n| a |\n', /mysql/],
	[
		'a Markdown table',
		'| col_name | database | schema | name |\n|---|:---:|---|---|\n| id | a | b | c |\n',
		/Markdown/,
	],
	['a Markdown table without outer pipes', 'a | b\n--- | ---\n1 | 2\n', /Markdown/],
	['a table of DuckDB', '┌──────┬──────┐\n│ name │ x    │\n└──────┴──────┘\n', /lines/],
	['a table of sqlcmd', 'name     database\n-------- --------\nid       shop\n', /spaces/],
	['a row of psql', '-[ RECORD 1 ]--\nname | id\n', /psql -x/],
	['a row of mysql', `${'*'.repeat(27)} 1. row ${'*'.repeat(27)}\nname: id\n`, /mysql -E/],
	['hyphens in a title', 'Title\n--- ---, x\n', undefined],
	['a table of sqlcmd with pipes', piped.replace('\n', '\n--------|--------|------|----\n'), undefined],
	['pipes', piped, undefined],
	['a box above a header', `+-------+\n| Title |\n+-------+\n${table}`, undefined],
	['an export of Secoda', 'ID,Title,Entity Type,description\n1,a,table,b\n', /Import and Export/],
	['an export of Secoda with required labels', `id,title,entity_type,${header}\n1,2,3,${record}\n`, undefined],
	['tables of OpenMetadata', 'name*,displayName,description\na,b,c\n', /OpenMetadata/],
	['columns of OpenMetadata', 'column.fullyQualifiedName,column.dataType\na,b\n', /OpenMetadata/],
	['a file for the csv-enricher', 'resource,subresource,glossary_terms,tags\na,b,c,d\n', /DataHub/],
	['a list of corrections', 'row,field,value\n71,name,refunds\n', /corrections/],
	['a pointer of Git LFS', 'version https://git-lfs.github.com/spec/v1\noid sha256:1\nsize 1\n', /LFS/],
	['a diff', `--- a/w.csv\n+++ b/w.csv\n@@ -1,2 +1,2 @@\n ${header}\n-${record}\n+x${record}\n`, /diff/],
	[
		'a diff of git',
		`diff --git a/w b/w\nindex 1..2\n--- a/w\n+++ b/w\n@@ -1 +1,2 @@\n ${header}\n+${record}\n`,
		/diff/,
	],
	['a title of hyphens', `--- Shop ---\n${table}`, undefined],
	['a PDF', '%PDF-1.7\n', /PDF/],
];

for (const [what, text, named] of cases) {
	test(`${what} is ${named === undefined ? 'read as a CSV' : `named (${named.source})`}`, async t => {
		const path = await temporaryFile(t, text);
		const result = await Session.open(path, signal).catch((error: unknown) => error);
		if (result instanceof Session) await result.close();
		if (named === undefined) return assert.ok(result instanceof Session, String(result));
		assert.ok(result instanceof FormatError);
		assert.equal(result.code, what === 'a PDF' ? 'format-error' : 'wrong-kind');
		assert.match(result.wrong.message, named);
		assert.notEqual(result.wrong.next, '');
	});
}

test('a header row that the user has named is one, whatever the text looks like', async t => {
	const path = await temporaryFile(t, 'select a from b\nField,Table\n');
	const session = await Session.open(path, signal, {headerRow: 2});
	assert.deepEqual(session.header.labels, ['Field', 'Table']);
	await session.close();
});

test('JSON is named where only CSV files are allowed', async t => {
	const path = await temporaryFile(t, '{"name": "x"}\n');
	await assert.rejects(Session.open(path, signal, {kinds: [warehouse]}), {code: 'wrong-kind'});
});

test('the kind that knows a text best explains it', async t => {
	const path = await temporaryFile(t, '{"eventType": "START", "job": {"name": "x"}}\n');
	await assert.rejects(Session.open(path, signal), /OpenLineage/);
});
