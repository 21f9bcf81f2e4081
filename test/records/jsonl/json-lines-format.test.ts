import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type {JsonColumn} from '../../../source/records/jsonl/json-columns.ts';
import {JsonLinesFormat} from '../../../source/records/jsonl/json-lines-format.ts';
import {unfinished} from '../../../source/records/record-scanner.ts';

const columns: readonly JsonColumn[] = [
	{key: 'id', type: 'string'},
	{key: 'title', type: 'string'},
	{key: 'order', type: 'integer'},
	{key: 'hidden', type: 'boolean'},
	{key: 'owners', type: 'strings'},
	{key: 'from', type: 'object'},
	{key: 'from', inner: 'type', type: 'string'},
	{key: 'from', inner: 'id', type: 'string'},
];

function scan(line: string) {
	const format = new JsonLinesFormat(columns);
	const bytes = Buffer.from(line);
	return {format, bytes, scanned: format.scanner().read(bytes, 0, bytes.length)};
}

function edit(line: string, cells: Readonly<Record<number, string>>): string {
	const {format, bytes, scanned} = scan(line);
	const values = new Map(Object.entries(cells).map(([column, text]) => [Number(column), text]));
	return format.encodeWithCells(bytes, scanned, values).toString();
}

test('an edit changes the bytes of its value alone', () => {
	const cases: ReadonlyArray<readonly [line: string, cells: Readonly<Record<number, string>>, expected: string]> = [
		[
			'{"id": "a", "x" : [1, 2e400],"title":"\\u0041"}\r\n',
			{0: 'b"'},
			'{"id": "b\\"", "x" : [1, 2e400],"title":"\\u0041"}\r\n',
		],
		['{"id":"a","id":"b"}\n', {0: 'c'}, '{"id":"a","id":"c"}\n'],
		['{"id":"a","y":1}\n', {1: 't'}, '{"id":"a","title":"t","y":1}\n'],
		['{"id" : "a" , "y":1}', {1: 't', 2: '3'}, '{"id" : "a" , "title" : "t" , "order" : 3 , "y":1}'],
		['{}', {1: 't'}, '{"title": "t"}'],
		['{"y": 1}', {1: 't'}, '{"title": "t", "y": 1}'],
		['{"order": "3", "hidden": true}', {2: '3', 3: 'no'}, '{"order": 3, "hidden": "no"}'],
		[
			'{"order": 1, "hidden": null, "title": null}',
			{2: '', 3: 'false', 1: ''},
			'{"order": null, "hidden": false, "title": ""}',
		],
		['{"owners": null}', {4: '["a", "b"]'}, '{"owners": ["a", "b"]}'],
		['{"owners": []}', {4: 'a'}, '{"owners": "a"}'],
		['{"from": {"type": "t", "z": 1}, "y": 1}', {7: 'i'}, '{"from": {"type": "t", "id": "i", "z": 1}, "y": 1}'],
		['{"from": {}}', {6: 't', 7: 'i'}, '{"from": {"type": "t", "id": "i"}}'],
		['{"from": 3}', {6: 't'}, '{"from": {"type": "t"}}'],
		['{"id":"a"}', {6: 't', 7: 'i'}, '{"id":"a","from":{"type":"t","id":"i"}}'],
		['{"from": {"id": "a"}}', {5: '{"id": "b"}', 7: 'c'}, '{"from": {"id": "b"}}'],
	];
	for (const [line, cells, expected] of cases) assert.equal(edit(line, cells), expected, line);
});

const value = fc.oneof(
	fc.string({unit: 'grapheme', maxLength: 5}),
	fc.constantFrom(null, true, false, 0, -1.5, [], {}, ['a'], {type: 'x'}, {type: 1, id: 'y', z: [{}]}),
);
const key = fc.constantFrom('id', 'title', 'order', 'hidden', 'owners', 'from', 'other', 'né"w', '__proto__', '');
const space = fc.constantFrom('', ' ', '\t ', '\r');

/** Lines of objects in any order and spacing, with unknown and repeated keys, and with escapes where none are needed. */
const line = fc
	.array(fc.tuple(key, value, space, fc.boolean()), {maxLength: 8})
	.map(members =>
		members.map(([key, value, space, isEscaped]) => {
			const name = isEscaped
				? `"\\u00${(key.charCodeAt(0) || 0x61).toString(16).padStart(2, '0')}${JSON.stringify(key.slice(1)).slice(1)}`
				: JSON.stringify(key);
			return `${space}${name}${space}:${space}${JSON.stringify(value)}${space}`;
		}),
	)
	.map(members => ` {${members.join(',')}}`);

/** Returns the text of a value as a cell shows it. */
function shown(value: unknown): string {
	if (value === null || value === undefined) return '';
	return typeof value === 'string' ? value : JSON.stringify(value);
}

function valueAt(object: Readonly<Record<string, unknown>>, {key, inner}: JsonColumn): unknown {
	const own = Object.hasOwn(object, key) ? object[key] : undefined;
	if (inner === undefined) return own;
	return typeof own === 'object' && own !== null && !Array.isArray(own) ? Reflect.get(own, inner) : undefined;
}

test('the values of a line are those that JSON.parse finds', () => {
	fc.assert(
		fc.property(line, text => {
			const object = JSON.parse(text) as Readonly<Record<string, unknown>>;
			const {format, scanned} = scan(text);
			const expected = format.columns.labels.map((_, column) => {
				const meaning = format.columns.at(column);
				return meaning === undefined ? '' : shown(valueAt(object, meaning));
			});
			assert.deepEqual(scanned.values(), expected, text);
		}),
		{numRuns: 500},
	);
});

test('an edited line has the new values, and all others as before', () => {
	const cells = fc.dictionary(
		fc.constantFrom('0', '1', '2', '3', '6', '7'),
		fc.string({unit: 'grapheme', maxLength: 5}),
	);
	fc.assert(
		fc.property(line, cells, (text, edits) => {
			const before = scan(text);
			const written = edit(text, edits);
			const after = scan(written).scanned;
			for (const [column, label] of before.format.columns.labels.entries()) {
				// A new inner value turns another value into an object.
				const isReplaced = label === 'from' && (edits[6] !== undefined || edits[7] !== undefined);
				if (isReplaced || (label === 'from.id' && edits[6] !== undefined) || label === 'from.type') continue;
				const at = after.columns.labels.indexOf(label);
				assert.equal(after.value(at), edits[column] ?? before.scanned.value(column), `${label} in ${written}`);
			}
		}),
		{numRuns: 500},
	);
});

test('records that come in pieces are those of the whole', () => {
	fc.assert(
		fc.property(fc.array(line, {minLength: 1, maxLength: 6}), fc.nat(), (lines, cut) => {
			const bytes = Buffer.from(lines.join('\n'));
			const scanner = new JsonLinesFormat(columns).scanner();
			const values: (readonly string[])[] = [];
			const first = cut % (bytes.length + 1);
			let at = 0;
			let end = scanner.next(bytes, 0, first, 'more');
			while (end !== unfinished && end < first) {
				values.push(scanner.values());
				at = end;
				end = scanner.next(bytes, at, first, 'more');
			}

			if (end !== unfinished) values.push(scanner.values());
			else {
				end = scanner.resume(bytes, scanner.heldFrom, bytes.length, 'end');
				values.push(scanner.values());
			}

			while (end < bytes.length) {
				end = scanner.next(bytes, end, bytes.length, 'end');
				values.push(scanner.values());
			}

			const whole = new JsonLinesFormat(columns);
			const expected = lines.map(text => whole.decode(Buffer.from(text), {record: 1e6, quoted: 1e6, cells: 1000}));
			const width = whole.columns.count;
			assert.deepEqual(
				values.map(cells => Array.from({length: width}, (_, column) => cells[column] ?? '')),
				expected.map(cells => Array.from({length: width}, (_, column) => cells[column] ?? '')),
			);
		}),
		{numRuns: 300},
	);
});
