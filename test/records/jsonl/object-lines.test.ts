import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {JsonTextError} from '../../../source/records/jsonl/json-text-error.ts';
import {ObjectLines} from '../../../source/records/jsonl/object-lines.ts';

/** Cuts bytes into pieces of a length. */
async function* piecesOf(bytes: Buffer, length: number): AsyncGenerator<Buffer, void, void> {
	for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

type WriteOptions = {readonly length?: number; readonly limit?: number};

async function write(text: string | Buffer, {length = 1 << 16, limit = 1 << 20}: WriteOptions = {}): Promise<Buffer> {
	const written: Buffer[] = [];
	for await (const piece of new ObjectLines(limit).write(piecesOf(Buffer.from(text), length))) written.push(piece);
	return Buffer.concat(written);
}

async function errorOf(text: string | Buffer, options: WriteOptions = {}): Promise<JsonTextError> {
	const error = await write(text, options).then(
		() => undefined,
		(error: unknown) => error,
	);
	assert.ok(error instanceof JsonTextError, `${text} is written without an error`);
	return error;
}

const texts: ReadonlyArray<readonly [what: string, text: string, lines: string]> = [
	['lines as they are', '{"a": 1}\n{"b":2}\n', '{"a": 1}\n{"b":2}\n'],
	['a last line without a line end', '{"a":1}', '{"a":1}\n'],
	['CRLF and blank lines', '\r\n{"a":1}\r\n \r\n{"b":2}\r\n', '{"a":1}\n{"b":2}\n'],
	['a byte order mark', '\uFEFF{"a":1}', '{"a":1}\n'],
	['glued objects', '{"a":1}{"b":2} {}', '{"a":1}\n{"b":2}\n{}\n'],
	['an array in one line', '[{"a":1},{"b":2}]', '{"a":1}\n{"b":2}\n'],
	['a pretty-printed array', '[\n  {\n    "a": 1,\n    "b": []\n  },\n  {}\n]\n', '{"a": 1, "b": []}\n{}\n'],
	['pretty-printed objects', '{\n\t"a" :\n 1\n}\n{\r\n"b": {\r\n}\r\n}', '{"a" : 1}\n{"b": {}}\n'],
	['several arrays and objects', '[{}]{"a":1}[]\n[{"b":2}]', '{}\n{"a":1}\n{"b":2}\n'],
	['white space without line ends as it is', '[ { "a" :  1 ,\t"b":\t2 } ]', '{ "a" :  1 ,\t"b":\t2 }\n'],
	['a comma at the start of a line', '{"a": 1\n, "b": 2\n}', '{"a": 1, "b": 2}\n'],
	[
		'numbers, escapes and duplicate keys',
		'[{"a":1.50e+02,"a":-0,\n"\\u00e9":"\\/ }{ ] é"}]',
		'{"a":1.50e+02,"a":-0, "\\u00e9":"\\/ }{ ] é"}\n',
	],
	['other line separators in strings', '[\n{"a":"\u2028\u2029\u0085"}\n]', '{"a":"\u2028\u2029\u0085"}\n'],
];
for (const [what, text, lines] of texts) {
	test(`writes ${what}, wherever the pieces end`, async () => {
		for (let length = 1; length <= 9; length++) assert.equal((await write(text, {length})).toString(), lines);
	});
}

test('keeps bytes that are not UTF-8', async () => {
	const text = Buffer.from('[{"a":"\xff"}]', 'latin1');
	assert.deepEqual(await write(text), Buffer.from('{"a":"\xff"}\n', 'latin1'));
});

// The place of each fault is marked with a caret, which is removed.
const faults: ReadonlyArray<readonly [what: string, text: string, kind: string]> = [
	['nothing', '^', 'no-objects'],
	['an empty array', '[ ]^', 'no-objects'],
	['an array that is not closed', '[{"a":1}\n^', 'unclosed'],
	['an object that is not closed', '{"é":1}\n ^{"a": [1, 2', 'unclosed'],
	['a trailing comma in an object', '{\n"a": 1,\n^}', 'trailing-comma'],
	['a trailing comma in an array', '[{}, {},\n^]', 'trailing-comma'],
	['a missing comma', '[{"a": 1 ^"b": 2}]', 'unexpected'],
	['a missing comma between objects', '[{"a": 1}\n^{"b": 2}]', 'unexpected'],
	['a comma outside of an array', '{"a": 1}^, {"b": 2}', 'unexpected'],
	['a bracket too many', '[{}]^]', 'unexpected'],
	['single quotes', '{\n  "é𝄞": 1, ^\'a\': 1}', 'unexpected'],
	['a comment', '[\n ^// none\n{}]', 'unexpected'],
	['NaN', '{"a": ^NaN}', 'unexpected'],
	['a line end in a string', '{"a": "b^\n"}', 'control-character'],
	['an escape', '{"a": "\u2028 ^\\x00000000000"}', 'bad-escape'],
	['a number', '[{}, ^12]', 'not-an-object'],
	['a string', '^"{}"', 'not-an-object'],
	['an array in an array', '[\n  ^[{}]]', 'not-an-object'],
	['null', '[^null]', 'not-an-object'],
	['true', '{}\n^true', 'not-an-object'],
	['a word', '{}\n^trust', 'unexpected'],
];
for (const [what, marked, kind] of faults) {
	test(`refuses ${what} at its place, wherever the pieces end`, async () => {
		const before = marked.slice(0, marked.indexOf('^'));
		const lines = before.split('\n');
		const place = {line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1};
		for (const length of [1, 2, 3, 5, 1000]) {
			const {fault, place: found, excerpt} = await errorOf(marked.replace('^', ''), {length});
			assert.deepEqual([fault.kind, found], [kind, place]);
			assert.ok((lines.at(-1) ?? '').endsWith(excerpt.before));
		}
	});
}

test('shows the text around a fault in a long line', async () => {
	const {excerpt, place} = await errorOf(`[{"a": "${'é'.repeat(500)}"}, x${'é'.repeat(500)}\n]`, {length: 100});
	assert.equal(place.column, 513);
	assert.equal(excerpt.isCut, true);
	assert.match(excerpt.before, /^é{20,}"}, $/);
	assert.match(excerpt.after, /^xé*$/);
});

test('refuses an object that is longer than the limit at its start', async () => {
	const long = `[\n{},\n {"a": "${'x'.repeat(5000)}"}]`;
	for (const text of [long, long.slice(0, -3)]) {
		const {fault, place} = await errorOf(text, {length: 64, limit: 1000});
		assert.deepEqual([fault.kind, place], ['too-long', {line: 3, column: 2}]);
	}
});

/** JSON objects with strings, keys and numbers that are written in several ways. */
const objects = fc.array(fc.dictionary(fc.string({unit: 'binary'}), fc.jsonValue({noUnicodeString: false})), {
	minLength: 1,
});

/** Returns the strings and numbers of a JSON text, in order and as they are written. */
function tokens(text: string): readonly string[] {
	return text.match(/"(?:[^"\\]|\\.)*"|[-+.\w]+|[[\]{}:,]/gs) ?? [];
}

test('objects stay the same, however they are put together and printed', async () => {
	const forms = fc.constantFrom('array', 'glued', 'lines', 'comma first');
	const indents = fc.constantFrom('', ' ', '\t', '    ');
	await fc.assert(
		fc.asyncProperty(objects, forms, indents, fc.integer({min: 1, max: 200}), async (values, form, indent, length) => {
			const printed = values.map(value => JSON.stringify(value, undefined, indent));
			const text = {
				array: () => JSON.stringify(values, undefined, indent),
				glued: () => printed.join(''),
				lines: () => printed.join('\r\n'),
				'comma first': () => `[${printed.join('\n, ')}\n]\n`,
			}[form]();
			const lines = (await write(text, {length})).toString().split('\n');
			assert.equal(lines.pop(), '');
			assert.deepEqual(
				lines.map(line => JSON.parse(line)),
				values.map(value => JSON.parse(JSON.stringify(value))),
			);
			assert.deepEqual(lines.map(tokens), printed.map(tokens));
			// Lines stay lines.
			assert.equal((await write(`${lines.join('\n')}\n`, {length})).toString(), `${lines.join('\n')}\n`);
		}),
	);
});
