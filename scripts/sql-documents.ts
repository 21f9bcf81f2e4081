import {defaultRunFiles, type WarehouseId, warehouseIds, warehouses} from '../source/sql/index.ts';
import {defaultOptions} from '../source/sql/query-options.ts';
import {describeDatabase, describeSchema, describeTried} from '../source/sql/texts.ts';
import type {Warehouse} from '../source/sql/warehouse.ts';

/** Returns the pages of `docs/sql/`, by file name: one for each warehouse, and the list. */
export function sqlDocuments(): ReadonlyMap<string, string> {
	return new Map([
		['README.md', listPage()],
		...warehouseIds.map(id => [`${id}.md`, warehousePage(id, warehouses[id])] as const),
	]);
}

const generated = '(This page is made from the queries: `npm run docs`.)';

function listPage(): string {
	return `# Queries

\`secoda-upload sql <warehouse>\` prints a query that makes a CSV of all columns of a warehouse, with the ten headers of an upload.
A comment in the query explains how to run it. In the app, choose "I have no file yet". ${generated}

| warehouse | name | query |
| --- | --- | --- |
${warehouseIds.map(id => `| [${warehouses[id].title}](${id}.md) | \`${id}\` | ${describeTried(warehouses[id].tried)} |`).join('\n')}

A query that was not run against the engine is compared with the documentation of the engine: the tests run it on tables that have only the
documented columns.

## Options

| option | meaning |
| --- | --- |
| \`--database <name>\` | see the page of the warehouse |
| \`--region <region>\` | the region of the datasets, in BigQuery |
| \`--schema <names>\` | only these schemas |
| \`--exclude-schema <names>\` | not these schemas |
| \`--exclude-column <names>\` | not these columns |
| \`--case <case>\` | \`lower\` (default) or \`as-is\` |
| \`-o, --output <file>\` | the file to write |

Names are separated by commas. \`*\` is any text, \`?\` is one character, and case is ignored. Every name is quoted as the warehouse
requires.

Secoda makes the pages of a catalog from names. If you change \`--case\`, each resource becomes a new page, and the old pages are hidden with
everything that people wrote on them. Names that differ only in case keep their letters with \`--case lower\` too. Columns of one table that
differ only in case are one page in Secoda, which makes all names of columns lower case: \`check\` reports them, as it does names with periods.
`;
}

function warehousePage(id: WarehouseId, warehouse: Warehouse): string {
	const {title, tried, client, commands, notes, query} = warehouse;
	return `# ${title}

\`secoda-upload sql ${id}\` prints a query that makes a CSV of all columns. The query was ${describeTried(tried)}. [All
warehouses and options](README.md). ${generated}

## Run it

With ${client}:

\`\`\`sh
secoda-upload sql ${id} -o query.sql
${commands(defaultRunFiles, defaultOptions).join('\n')}
secoda-upload check warehouse.csv
\`\`\`

## Options

- \`--database\`: ${describeDatabase(warehouse)}.
- \`--schema\`: ${describeSchema(warehouse)}.

## What to know

${notes.map(note => `- ${note}`).join('\n')}

## Query

\`\`\`sql
${query(defaultOptions)}
\`\`\`
`;
}
