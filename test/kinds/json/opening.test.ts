import assert from 'node:assert/strict';
import {Readable} from 'node:stream';
import test from 'node:test';
import {Session} from '../../../source/session/session.ts';
import {temporaryFile} from '../../support/folder.ts';

const {signal} = new AbortController();
const line = '{"entity_type": "database", "databuilder_id": "shop"}';
const edge = `{"from_databuilder_id": "a", "to_identifier": {}}`;
const blankLines = ' \n\f\v'.repeat(100_000);
const filler = ' '.repeat(80 * 1024);

/** Opens a file and returns its kind with its findings, or the code of the error. */
async function opened(path: string): Promise<string> {
	try {
		const session = await Session.open(path, signal);
		const codes = [...session.counts.keys()].join(' ');
		await session.close();
		return `${session.kind.name} ${codes}`.trim();
	} catch (error) {
		assert.ok(error instanceof Error && 'code' in error);
		return String(error.code);
	}
}

const cases: ReadonlyArray<readonly [what: string, name: string, content: string, expected: string]> = [
	['one object on each line', 'a.txt', `${line}\n`, 'resources'],
	['a byte order mark and blank lines first', 'a.txt', `\uFEFF\n \n${line}\n`, 'resources blank-row'],
	['a first line that is broken, by its name', 'a.jsonl', `nonsense\n${line}\n`, 'resources json-error'],
	['the same with a name in upper case', 'a.NDJSON', 'nonsense\n', 'resources json-error'],
	['an array on one line', 'a.txt', `[${line}]\n`, 'resources not-an-object'],
	['an array over several lines', 'a.txt', `[\n${line}\n]\n`, 'wrong-kind'],
	['an object over several lines', 'a.json', `{\n"entity_type": "database"\n}\n`, 'wrong-kind'],
	['an array that is longer than the first bytes', 'a.json', `[${filler}\n${line}]`, 'wrong-kind'],
	['two values over several lines', 'a.json', `[\n${line}]\n[]`, 'resources json-error not-an-object'],
	[
		'a first line that is longer than the first bytes',
		'a.json',
		`{${filler}${line.slice(1)}\n${line}`,
		'resources duplicate-id',
	],
	['objects in one line', 'a.txt', `${line}${edge}`, 'resources json-error'],
	['edges in one line', 'a.txt', `${edge}${edge}\n`, 'lineage json-error'],
	['edges with commas between them', 'a.txt', `${edge},\n${edge}\n`, 'lineage json-error required'],
	['events of OpenLineage', 'a.jsonl', '{"eventType": "START", "job": {"name": "x"}}\n', 'wrong-kind'],
	['a CSV with a brace', 'a.csv', 'col_name,database,schema,name\n{id},shop,sales,orders\n', 'warehouse'],
	['a file without content', 'a.jsonl', ' \n\n', 'empty-file'],
	['more blank lines than the first bytes', 'a.jsonl', `\uFEFF${blankLines}`, 'empty-file'],
	['the same as a CSV', 'a.csv', blankLines, 'empty-file'],
	['content after so many blank lines', 'a.jsonl', `${blankLines}\n${line}`, 'resources blank-row'],
	['a line of white space that is not ASCII', 'a.jsonl', '\u00A0\n', 'resources json-error'],
];

for (const [what, name, content, expected] of cases) {
	test(`${what}: ${expected}`, async t => {
		assert.equal(await opened(await temporaryFile(t, content, name)), expected);
	});
}

test('an array from a stream names the way to JSON Lines', async () => {
	const stream = Readable.from([Buffer.from(`[\n${line}\n`), Buffer.from(']')]);
	await assert.rejects(Session.open({name: '-', stream}, signal), error => {
		assert.match(String(error), /one object on each line/);
		assert.ok(error instanceof Error && 'hint' in error);
		assert.match(String(error.hint), /secoda-upload convert/);
		return true;
	});
});

test('UTF-16 is named, and read in the encoding that the user specifies', async t => {
	const path = await temporaryFile(t, Buffer.from(`\uFEFF${line}\n`, 'utf16le'), 'a.jsonl');
	assert.equal(await opened(path), 'encoding-error');
	const session = await Session.open(path, signal, {encoding: 'utf-16le'});
	t.after(() => session.close());
	assert.equal(session.kind.name, 'resources');
});

test('a value cannot be set for all rows: there is no header', async t => {
	const path = await temporaryFile(t, `${line}\n`, 'a.jsonl');
	const constants = [{field: 'col_name', value: 'x'}];
	await assert.rejects(Session.open(path, signal, {constants}), {code: 'wrong-usage'});
});
