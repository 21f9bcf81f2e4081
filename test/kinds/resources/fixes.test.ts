import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import {Session} from '../../../source/session/session.ts';
import {temporaryFile} from '../../support/folder.ts';

const {signal} = new AbortController();

async function open(t: TestContext, text: string): Promise<Session> {
	const session = await Session.open(await temporaryFile(t, text, 'resources.jsonl'), signal);
	t.after(() => session.close());
	return session;
}

const table = '"entity_type": "table", "databuilder_id": "t", "schema": "s", "database": "d"';

/** The members of a table, the code of its problem, and the table after the first fix; safe if marked. */
const cases: ReadonlyArray<
	readonly [line: string, code: string, safety: 'safe' | 'proposed' | 'none', fixed?: string]
> = [
	[`{${table}, "title": 1e3}`, 'type-error', 'safe', `{${table}, "title": "1e3"}`],
	[`{${table}, "title": true}`, 'type-error', 'safe', `{${table}, "title": "true"}`],
	[`{${table}, "title": ["a"]}`, 'type-error', 'none'],
	[`{${table}, "is_pk": "false"}`, 'type-error', 'safe', `{${table}, "is_pk": false}`],
	[`{${table}, "is_pk": 1}`, 'type-error', 'none'],
	[`{${table}, "sort_order": "3"}`, 'type-error', 'safe', `{${table}, "sort_order": 3}`],
	[`{${table}, "sort_order": 3.0}`, 'type-error', 'safe', `{${table}, "sort_order": 3}`],
	[`{${table}, "sort_order": 3.5}`, 'type-error', 'none'],
	[`{${table}, "owners": "me"}`, 'type-error', 'none'],
	[
		`{${table}, "external_updated_at": 1700000000}`,
		'type-error',
		'safe',
		`{${table}, "external_updated_at": "2023-11-14T22:13:20Z"}`,
	],
	[
		`{${table}, "external_updated_at": "1700000000123"}`,
		'date-time',
		'safe',
		`{${table}, "external_updated_at": "2023-11-14T22:13:20.123Z"}`,
	],
	[
		`{${table}, "external_updated_at": "2025-12-31 10:00"}`,
		'date-time',
		'proposed',
		`{${table}, "external_updated_at": "2025-12-31T10:00Z"}`,
	],
	[`{${table}, "external_updated_at": "yesterday"}`, 'date-time', 'none'],
	[
		`{"entity_type": "Dashboard-Groups", "databuilder_id": "g"}`,
		'entity-type',
		'safe',
		'{"entity_type": "dashboard_group", "databuilder_id": "g"}',
	],
	['{"entity_type": "view", "databuilder_id": "g"}', 'entity-type', 'none'],
	[`{${table}, "description": "a\\\\r\\\\nb"}`, 'escaped-newline', 'proposed', `{${table}, "description": "a\\nb"}`],
	[`{${table}, "description": "LibellÃ©"}`, 'mojibake', 'proposed', `{${table}, "description": "Libellé"}`],
	[`{${table}, "title": "N/A"}`, 'null-mark', 'proposed', `{${table}, "title": ""}`],
	[`{${table}, "Title": "x", "isPk": "true"}`, 'type-error', 'safe', `{${table}, "title": "x", "is_pk": true}`],
	[`{${table}, "Title": "x", "TITLE": "y"}`, 'misspelt-key', 'safe', `{${table}, "title": "x", "TITLE": "y"}`],
	[`{${table}},`, 'json-error', 'safe', `{${table}}`],
	[
		`{'entity_type': 'database', 'databuilder_id': "it's", 'hidden': False, 'title': None}`,
		'json-error',
		'proposed',
		`{"entity_type": "database", "databuilder_id": "it's", "hidden": false, "title": null}`,
	],
	[
		'{“entity_type”: “database”, “databuilder_id”: “a"b”}',
		'json-error',
		'proposed',
		'{"entity_type": "database", "databuilder_id": "a\\"b"}',
	],
	[`{${table}, "title": }`, 'json-error', 'none'],
];

for (const [line, code, safety, fixed] of cases) {
	test(`${code} is fixed (${safety}): ${line.slice(-48)}`, async t => {
		const session = await open(t, `${line}\n`);
		const problem = session.problemsAt(1).find(other => other.code === code);
		assert.ok(problem !== undefined, JSON.stringify(session.problemsAt(1)));
		const [fix] = problem.fixes;
		assert.equal(fix === undefined ? 'none' : fix.safe ? 'safe' : 'proposed', safety);
		if (fix === undefined) return;
		session.applyFix(1, fix);
		assert.equal(session.records.currentBytes(1).toString(), `${fixed}\n`);
		assert.deepEqual(
			session.problemsAt(1).filter(other => other.code === code),
			[],
		);
		session.undo();
		assert.equal(session.records.currentBytes(1).toString(), `${line}\n`);
	});
}

test('objects without a line end between them get a line each, in one undo step', async t => {
	const session = await open(
		t,
		`{${table}} {"entity_type": "database", "databuilder_id": "d"}{"a": 1}\r\n{"b": 2}\r\n`,
	);
	session.fixAll('safe');
	assert.equal(session.records.lastRow, 4);
	assert.deepEqual(
		[1, 2, 3, 4].map(row => session.records.currentBytes(row).toString()),
		[`{${table}}\r\n`, '{"entity_type": "database", "databuilder_id": "d"}\r\n', '{"a": 1}\r\n', '{"b": 2}\r\n'],
	);
	assert.deepEqual(
		session.findings.at(4).map(({code}) => code),
		['required', 'required'],
	);
	session.undo();
	assert.equal(session.records.lastRow, 2);
});

test('all fixes of a code reach every value of a line with misspelt keys, and of new lines, in one undo step', async t => {
	const line = `{${table}, "Title": 5, "sortOrder": "3", "isPk": "true"}`;
	const session = await open(t, `${line}\n${line}${line}\n`);
	const textAt = (row: number) => session.records.currentBytes(row).toString();
	session.fixAll({code: 'type-error'});
	const fixed = `{${table}, "title": "5", "sort_order": 3, "is_pk": true}\n`;
	assert.equal(textAt(1), fixed);
	session.undo();
	session.fixAll('safe');
	assert.deepEqual([1, 2, 3].map(textAt), [fixed, fixed, fixed]);
	session.undo();
	assert.equal(textAt(2), `${line}${line}\n`);
});

test('misspelt keys are found and renamed in files with more unknown keys than columns', async t => {
	const unknown = Array.from({length: 700}, (_, at) => `"x${at}": ${at}`).join(', ');
	const session = await open(t, `{${table}, ${unknown}, "Title": "x"}\n`);
	assert.deepEqual(
		[...session.counts],
		[
			['misspelt-key', 1],
			['unknown-key', 700],
		],
	);
	session.fixAll('safe');
	assert.equal(session.records.currentBytes(1).toString(), `{${table}, ${unknown}, "title": "x"}\n`);
	assert.deepEqual([...session.counts], [['unknown-key', 700]]);
});

test('the id that is meant is proposed: the same in lower case, or the only one that differs in one character', async t => {
	const column = (id: string, parent: string) =>
		`{"entity_type": "column", "databuilder_id": "${id}", "parent_databuilder_id": "${parent}"}`;
	const named = (id: string) => `{"entity_type": "table", "databuilder_id": "${id}", "schema": "s", "database": "d"}`;
	const parents = ['shop.ORDERS ', 'shop.order', 'shop.orderß', 'shop.pages1', 'shop.item', 'x'];
	const session = await open(
		t,
		[
			...['shop.orders', 'shop.pages', 'shop.pages12', 'shop.items', 'shop.itemß'].map(named),
			...parents.map((parent, at) => column(`c${at}`, parent)),
			column('y', 'yy'),
		].join('\n'),
	);
	const missing = (row: number) => session.problemsAt(row).find(({code}) => code === 'missing-parent');
	const proposals = [...parents.keys()].map(at => missing(6 + at)?.fixes[0]?.title);
	assert.deepEqual(proposals, [
		'change to shop.orders',
		'change to shop.orders',
		'change to shop.orders',
		undefined,
		undefined,
		'change to y',
	]);
	assert.deepEqual(missing(12)?.fixes, []);
});

test('a line that repeats another is skipped, safely only if it has the same bytes', async t => {
	const session = await open(t, `{${table}}\n{${table}}\r\n{${table}, "title": "x"}\n`);
	const safety = [2, 3].map(row => session.problemsAt(row).map(({related, fixes}) => [related, fixes[0]?.safe]));
	assert.deepEqual(safety, [[[1, true]], [[1, false]]]);
	session.fixAll('safe');
	assert.deepEqual(
		[1, 2, 3].map(row => session.isSkipped(row)),
		[false, true, false],
	);
	session.fixAll({code: 'duplicate-id'});
	assert.equal(session.isValid, true);
});

test('a missing parent is an error for columns and charts, and a warning for others', async t => {
	const lines = ['table', 'column'].map(
		type =>
			`{"entity_type": "${type}", "databuilder_id": "${type}", "schema": "s", "database": "d", "parent_databuilder_id": "?"}`,
	);
	const session = await open(t, lines.join('\n'));
	assert.deepEqual(
		[1, 2].map(row => session.problemsAt(row).map(({code, severity}) => `${code} ${severity}`)),
		[['missing-parent warning'], ['missing-parent error']],
	);
	assert.deepEqual([session.problemCount('error'), session.problemCount('warning')], [1, 1]);
	session.toggleSkipped(2);
	assert.deepEqual([session.problemCount('error'), session.problemCount('warning'), session.isValid], [0, 1, true]);
});

test('a draft has the problems that the edit would have', async t => {
	const session = await open(t, `{${table}, "title": "x"}\n`);
	const cells = [...session.cells(1)];
	const draft = session.checkDraft(
		1,
		cells.map((cell, column) => (session.fieldOf(column) === 'title' ? 'None' : cell)),
	);
	assert.deepEqual(
		draft.problems.map(({code}) => code),
		['null-mark'],
	);
	assert.deepEqual(session.checkDraft(1, cells), {problems: [], isCompared: true});
});
