import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {JsonReader} from '../../../source/records/jsonl/json-reader.ts';

/** True if the reader takes the whole text for one value. */
function isRead(text: string): boolean {
	const bytes = Buffer.from(text);
	const reader = new JsonReader();
	return reader.value(bytes, 0, bytes.length) === bytes.length;
}

/** True if a text without white space around it is JSON. */
function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return text === text.trim();
	} catch {
		return false;
	}
}

const pieces = fc.constantFrom(
	...['{', '}', '[', ']', ',', ':', '"', '\\', '\\u', 'd83d', 'DE00', '00', '-', '0', '1', '.', 'e', 'E', '+'],
	...[
		'true',
		'false',
		'null',
		'nul',
		'NaN',
		' ',
		'\t',
		'\r',
		'\u0000',
		'\u001F',
		'\u007F',
		'a',
		'"a"',
		'"a":',
		'\\n',
		'\\x',
	],
	...['é', '\u2028', '//', "'", '[]', '{}', '1e5', '-0', '01', '1.', '.5', '{"a":1}', '[1,2]'],
);

test('takes the texts for JSON that JSON.parse takes', () => {
	const generated = fc.array(pieces, {maxLength: 8}).map(parts => parts.join(''));
	fc.assert(
		fc.property(generated, text => {
			assert.equal(isRead(text), isJson(text), text);
		}),
		{numRuns: 4000},
	);
});

test('takes the texts for JSON that JSON.parse takes, where one character of JSON was changed', () => {
	const changed = fc.tuple(fc.json({noUnicodeString: false}), fc.nat(), pieces, fc.nat(2));
	fc.assert(
		fc.property(changed, ([json, at, piece, removed]) => {
			const start = at % (json.length + 1);
			const text = json.slice(0, start) + piece + json.slice(start + removed);
			if (!text.isWellFormed()) return;
			assert.equal(isRead(text), isJson(text), text);
		}),
		{numRuns: 1000},
	);
});

test('reads values that are nested without limit', () => {
	const depth = 200_000;
	assert.ok(isRead(`${'['.repeat(depth)}${']'.repeat(depth)}`));
	assert.ok(isRead(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`));
	assert.ok(!isRead(`${'['.repeat(depth)}${']'.repeat(depth - 1)}`));
});

test('finds halves of surrogate pairs, and says where a text stops being JSON', () => {
	const read = (text: string) => {
		const bytes = Buffer.from(text);
		const reader = new JsonReader();
		const end = reader.value(bytes, 0, bytes.length);
		return {isWhole: end === bytes.length, hasLoneSurrogate: reader.hasLoneSurrogate, errorAt: reader.errorAt};
	};
	const lone = (text: string) => read(JSON.stringify('#').replace('#', text)).hasLoneSurrogate;
	assert.deepEqual(
		['\\ud83d\\ude00', '\\ud83d', '\\ude00', '\\ud83d\\ud83d\\ude00', '\\ud83dx', '\\u0041', '😀'].map(lone),
		[false, true, true, true, true, false, false],
	);
	assert.equal(read('{"a": tru}').errorAt, 9);
	assert.equal(read('{"a": 1,}').errorAt, 8);
	assert.equal(read('["a').errorAt, 3);
	assert.equal(read('["a\\x"]').errorAt, 3);
});
