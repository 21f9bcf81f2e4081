import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {Bundle} from '../../../source/session/bundle.ts';
import type {Session} from '../../../source/session/session.ts';
import {temporaryFolder} from '../../support/folder.ts';
import {listed} from '../../support/session.ts';

/* Files as the documents show them, and as the generators of the documents and other clients write them. */

const {signal} = new AbortController();

const warehouse = [
	'{"entity_type": "database", "databuilder_id": "db", "title": "db"}',
	'{"entity_type": "schema", "databuilder_id": "db.s", "parent_databuilder_id": "db", "title": "s", "database": "db", "schema": "s"}',
	'{"entity_type": "table", "databuilder_id": "db.s.t", "parent_databuilder_id": "db.s", "title": "t", "schema": "s", "database": "db"}',
];
const column = (id: string, more = '') =>
	`{"entity_type": "column", "databuilder_id": "${id}", "parent_databuilder_id": "db.s.t", "title": "${id}", "type": "INT", "sort_order": 1${more}}`;

const end = (id: string) => `{"type": "internal_resource", "databuilder_id": "${id}"}`;
const edge = (from: string, to: string) => `{"from_identifier": ${from}, "to_identifier": ${to}}`;

/** Opens a resources file, and a lineage file if there is one. */
async function open(t: TestContext, resources: string, lineage?: string): Promise<readonly Session[]> {
	const folder = await temporaryFolder(t);
	const resourcesPath = join(folder, 'resources.jsonl');
	const lineagePath = join(folder, 'lineages.jsonl');
	await writeFile(resourcesPath, resources);
	if (lineage !== undefined) await writeFile(lineagePath, lineage);
	const bundle = await Bundle.open(lineage === undefined ? [resourcesPath] : [resourcesPath, lineagePath], signal);
	t.after(() => bundle.close());
	return bundle.sessions;
}

/** Returns the problems after all safe fixes, which are those of the lines as they are then. */
async function listedAfterFixes(t: TestContext, sessions: readonly Session[]): Promise<readonly string[][]> {
	for (const session of sessions) session.fixAll('safe');
	const [resources = '', lineage] = sessions.map(textOf);
	const reopened = await open(t, resources, lineage);
	assert.deepEqual(reopened.map(listed), sessions.map(listed));
	return sessions.map(listed);
}

function textOf({records}: Session): string {
	const rows = Array.from({length: records.lastRow}, (_, at) => at + 1);
	return rows.map(row => records.currentBytes(row).toString()).join('');
}

type Sample = {
	readonly what: string;
	readonly resources: readonly string[];
	readonly problems: readonly string[];
	/** The problems after all safe fixes; absent if they change nothing. */
	readonly fixed?: readonly string[];
	readonly unknownKeys?: number;
};

const samples: readonly Sample[] = [
	{
		what: 'lines of a generator without a line end after the last one',
		resources: [...warehouse, column('c')],
		problems: [],
	},
	{
		what: 'two such files in one',
		resources: [...warehouse.slice(0, 2), `${warehouse[2]}${column('c')}`, column('d')],
		problems: ['3 - json-error', '4 parent_databuilder_id missing-parent'],
		fixed: [],
	},
	{
		what: 'two such files in one, whose lines have problems',
		resources: [
			...warehouse,
			`${column('c', ', "is_pk": "true"')}${column('d', ', "sortOrder": "2", "is_pk": "false"').replace('"sort_order": 1, ', '')}`,
		],
		problems: ['4 - json-error'],
		fixed: [],
	},
	{
		what: 'is_pk as a string',
		resources: [...warehouse, column('c', ', "is_pk": "true"')],
		problems: ['4 is_pk type-error'],
		fixed: [],
	},
	{
		what: 'the misspelt key of the documents',
		resources: [...warehouse, column('c').replace('parent_databuilder_id', 'parent_databuild_id')],
		problems: ['4 parent_databuild_id misspelt-key'],
		fixed: [],
	},
	{
		what: 'the name of a table in its columns, which is no known key',
		resources: [...warehouse, column('c', ', "table": "t"'), column('d', ', "table": "t"')],
		problems: [],
		unknownKeys: 2,
	},
	{
		what: 'a dashboard without a group, and its chart without a product',
		resources: [
			'{"entity_type": "dashboard", "databuilder_id": "b", "title": "Sales"}',
			'{"entity_type": "chart", "databuilder_id": "k", "title": "Orders", "parent_databuilder_id": "b"}',
		],
		problems: ['1 group recommended', '2 product recommended'],
	},
	{
		what: 'every key in every line, most with null',
		resources: [
			'{"entity_type": "dashboard_group", "databuilder_id": "g", "parent_databuilder_id": null, "title": "G", "description": null, "definition": null, "native_type": null, "external_updated_at": null, "schema": null, "database": null, "sort_order": null, "type": null, "is_pk": false, "hidden": null, "group": null, "product": null, "owners": null}',
			'{"entity_type": "dashboard", "databuilder_id": "b", "parent_databuilder_id": "g", "title": "", "description": "", "definition": null, "native_type": "board", "external_updated_at": "2025-12-31T10:00:00Z", "schema": null, "database": null, "sort_order": null, "type": null, "is_pk": false, "hidden": false, "group": "G", "product": "Looker", "owners": []}',
			'{"entity_type": null, "databuilder_id": null, "parent_databuilder_id": null, "title": null}',
		],
		problems: ['3 databuilder_id required', '3 entity_type required'],
	},
	{
		what: 'resources of types that the documents do not list, and their children',
		resources: [
			'{"entity_type": "job", "databuilder_id": "j", "title": "nightly"}',
			column('c').replace('db.s.t', 'j'),
			'{"entity_type": "Tables", "databuilder_id": "t", "title": "t", "schema": "s", "database": "d"}',
		],
		problems: ['1 entity_type entity-type', '3 entity_type entity-type'],
		fixed: ['1 entity_type entity-type'],
	},
];

for (const {what, resources, problems, fixed = problems, unknownKeys = 0} of samples) {
	test(`${what}: ${problems.map(problem => problem.replace(/^\d+ /, '')).join(', ') || 'no problems'}`, async t => {
		const text = resources.join('\n');
		const [session, ...others] = await open(t, text);
		assert.ok(session !== undefined);
		assert.deepEqual(listed(session), problems);
		assert.equal(session.counts.get('unknown-key') ?? 0, unknownKeys);
		assert.deepEqual(await listedAfterFixes(t, [session, ...others]), [fixed]);
		if (fixed === problems) assert.equal(textOf(session), text);
	});
}

test('a pair of older files has only warnings about unknown ids after all safe fixes', async t => {
	const resources = [...warehouse, column('c')].join('\n');
	const lineage = [
		'{"from_databuilder_id": "db.s.t", "to_databuilder_id": "c"}',
		// Between a parent and its child, from a query, and from a resource of an earlier upload.
		`${edge(end('db.s.t'), end('c'))}${edge('{"type": "tables_from_query", "sql": "select 1"}', end('db.s.t'))}`,
		edge(end('board-7'), end('db.s.t')),
		edge(
			end('c'),
			'{"type": "external_column", "table": "t", "column": "c", "cluster": null, "database": "d", "schema": ""}',
		),
		edge('{"type": "External Table", "table": "t"}', '{"type": "external_table", "table": "u"}'),
	].join('\n');
	const sessions = await open(t, resources, lineage);
	assert.deepEqual(sessions.map(listed), [
		[],
		[
			'1 - old-form',
			'2 - json-error',
			'3 from_identifier.databuilder_id unknown-resource',
			'5 from_identifier.type identifier-type',
		],
	]);
	assert.deepEqual(await listedAfterFixes(t, sessions), [
		[],
		['2 - duplicate-edge', '4 from_identifier.databuilder_id unknown-resource', '6 - no-internal-end'],
	]);
	sessions[1]?.fixAll('safe');
	assert.deepEqual(sessions.map(listed), [
		[],
		['4 from_identifier.databuilder_id unknown-resource', '6 - no-internal-end'],
	]);
});
