import assert from 'node:assert/strict';
import test from 'node:test';
import {Session} from '../../../source/session/session.ts';
import {temporaryFile} from '../../support/folder.ts';

const a = '{"type": "internal_resource", "databuilder_id": "a"}';
const b = '{"type": "internal_resource", "databuilder_id": "b"}';
const query = '{"type": "tables_from_query", "sql": "select 1"}';
const edge = (from: string, to: string) => `{"from_identifier": ${from}, "to_identifier": ${to}}`;

type Case = {
	readonly title: string;
	readonly line: string;
	readonly code: string;
	/** The line after the first fix; empty if the row is skipped, absent if there is no fix. */
	readonly fixed?: string;
	readonly safe?: boolean;
};

const cases: readonly Case[] = [
	{
		title: 'an edge in the older form gets identifiers',
		line: '{"from_databuilder_id": "a", "to_databuilder_id": "b"}',
		code: 'old-form',
		fixed: edge(a, b),
		safe: true,
	},
	{
		title: 'the style, the escapes and other keys of an older edge stay',
		line: '{"note":1,"to_databuilder_id":"b","from_databuilder_id":"\\u0061"}',
		code: 'old-form',
		fixed:
			'{"note":1,"to_identifier":{"type":"internal_resource","databuilder_id":"b"},"from_identifier":{"type":"internal_resource","databuilder_id":"\\u0061"}}',
		safe: true,
	},
	{
		title: 'an identifier that is null is replaced',
		line: '{"from_databuilder_id": "a", "to_databuilder_id": "b", "to_identifier": null}',
		code: 'old-form',
		fixed: `{"from_identifier": ${a}, "to_databuilder_id": null, "to_identifier": ${b}}`,
		safe: true,
	},
	{
		title: 'misspelt keys of an older edge are renamed with it',
		line: '{"From-Databuilder-Id": "a", "to_databuilder_id": "b"}',
		code: 'old-form',
		fixed: edge(a, b),
		safe: true,
	},
	{
		title: 'also beside an identifier that is null',
		line: '{"From-Databuilder-Id": "a", "to_databuilder_id": "b", "from_identifier": null}',
		code: 'old-form',
		fixed: `{"from_databuilder_id": null, "to_identifier": ${b}, "from_identifier": ${a}}`,
		safe: true,
	},
	{
		title: 'the id of an older edge becomes a string',
		line: '{"from_databuilder_id": 007, "to_databuilder_id": "b"}'.replace('007', '7.50'),
		code: 'type-error',
		fixed: '{"from_databuilder_id": "7.50", "to_databuilder_id": "b"}',
		safe: true,
	},
	{
		title: 'a number becomes a string, digit for digit',
		line: edge(a.replace('"a"', '12345678901234567890.0'), b),
		code: 'type-error',
		fixed: edge(a.replace('"a"', '"12345678901234567890.0"'), b),
		safe: true,
	},
	{title: 'another value does not', line: edge(a.replace('"a"', 'true'), b), code: 'type-error'},
	{title: 'an identifier that is no object has no fix', line: edge('"a"', b), code: 'type-error'},
	{
		title: 'a type gets lower case and underscores',
		line: edge(a, b.replace('internal_resource', ' Internal Resource')),
		code: 'identifier-type',
		fixed: edge(a, b),
		safe: true,
	},
	{title: 'a type that means nothing has no fix', line: edge(a, b.replace('internal', '')), code: 'identifier-type'},
	{
		title: 'a query as target is swapped',
		line: edge(a, query),
		code: 'query-target',
		fixed: edge(query, a),
		safe: false,
	},
	{title: 'unless both ends are queries', line: edge(query, query), code: 'query-target'},
	{title: 'an edge to itself is skipped', line: edge(a, a), code: 'self-edge', fixed: '', safe: false},
	{title: 'a missing key has no fix', line: edge(a, '{"type": "external_column", "table": "t"}'), code: 'required'},
	{
		title: 'with a misspelt key, the fix of a value renames the key too',
		line: `{"From_Identifier": ${a.replace('"a"', '1')}, "to_identifier": ${b}}`,
		code: 'type-error',
		fixed: edge(a.replace('"a"', '"1"'), b),
		safe: true,
	},
];

for (const {title, line, code, fixed, safe} of cases) {
	test(title, async t => {
		// The first line decides what kind of file it is.
		const session = await Session.open(
			await temporaryFile(t, `${edge(b, a)}\n${line}\n`),
			new AbortController().signal,
		);
		t.after(() => session.close());
		const problem = session.problemsAt(2).find(found => found.code === code);
		assert.ok(problem !== undefined);
		const [fix] = problem.fixes;
		assert.equal(fix?.safe, safe);
		if (fix === undefined) return assert.equal(fixed, undefined);
		session.applyFix(2, fix);
		assert.equal(session.records.currentBytes(2).toString().trimEnd(), fixed);
		if (fixed !== '') assert.ok(session.problemsAt(2).every(found => found.code !== code));
	});
}

test('the later one of two equal edges is skipped, whatever the order and the escapes of their keys', async t => {
	const other =
		'{"to_identifier":{"databuilder_id":"b","type":"internal_resource"},"from_identifier":{"databuilder_id":"\\u0061","type":"internal_resource"}}';
	const text = `${edge(a, b)}\n${edge(b, a)}\n${other}\n`;
	const session = await Session.open(await temporaryFile(t, text), new AbortController().signal);
	t.after(() => session.close());
	const [problem] = session.problemsAt(3);
	assert.deepEqual([problem?.code, problem?.related, problem?.fixes[0]?.safe], ['duplicate-edge', 1, true]);
	session.fixAll('safe');
	assert.ok(session.isSkipped(3));
	assert.equal(session.findings.count, 0);
});
