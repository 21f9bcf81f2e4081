import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {WholeValue} from '../../../source/records/jsonl/whole-value.ts';
import {rounds} from '../../support/rounds.ts';

/** Reads a text in pieces of so many bytes. */
function isWholeValue(bytes: Buffer, size: number): boolean {
	const value = new WholeValue();
	for (let at = 0; at < bytes.length; at += size)
		if (value.add(bytes.subarray(at, at + size)) === 'other') return false;
	return value.end();
}

function isExpected(text: string): boolean {
	try {
		JSON.parse(text);
		return /\n/.test(text.replaceAll(/^[ \t\r\n]+|[ \t\r\n]+$/g, ''));
	} catch {
		return false;
	}
}

test('finds texts that are one JSON value over several lines', () => {
	const cases: ReadonlyArray<readonly [text: string, isWhole: boolean]> = [
		['[\n1]', true],
		['\n{"a":\n1}\n', true],
		['{"a": 1}\n', false],
		['\n[1]\n\n', false],
		['{"a": 1}\n{"b": 1}\n', false],
		['[1,\n', false],
		['[1,\n]', false],
		['{"a": "\n"}', false],
		['[\n01]', false],
		['[\n1\u00A0]', false],
		['1\n', false],
		['', false],
	];
	for (const [text, isWhole] of cases) assert.equal(isWholeValue(Buffer.from(text), 3), isWhole, JSON.stringify(text));
	assert.equal(isWholeValue(Buffer.from([0x5b, 0x0a, 0x22, 0xff, 0x22, 0x5d]), 9), false, 'not UTF-8');
});

test('agrees with JSON.parse, also where one character of JSON was changed', () => {
	const json = fc
		.tuple(fc.jsonValue(), fc.constantFrom(0, 1, 2), fc.constantFrom('', '\n', ' \n'))
		.map(([value, indent, end]) => `${end}${JSON.stringify(value, null, indent)}${end}`);
	const changed = fc
		.tuple(json, fc.nat(), fc.constantFrom('', '\n', ',', ']', '}', '"', ':', '\\', '0', 'e', '-', '{', 'é'))
		.map(([text, at, character]) => {
			const place = at % (text.length + 1);
			return `${text.slice(0, place)}${character}${text.slice(place + 1)}`;
		});
	fc.assert(
		fc.property(fc.oneof(json, changed), fc.integer({min: 1, max: 9}), (text, size) => {
			// Half of a surrogate pair has no bytes in UTF-8.
			if (text.isWellFormed()) assert.equal(isWholeValue(Buffer.from(text), size), isExpected(text));
		}),
		{numRuns: rounds(1500)},
	);
});
