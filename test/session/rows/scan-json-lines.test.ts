import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {passesAll} from '../../../source/session/rows/batch-tester.ts';
import {parseFilter} from '../../../source/session/rows/filter-language.ts';
import {filterNames} from '../../../source/session/rows/filter-names.ts';
import {allRows} from '../../../source/session/rows/row-list.ts';
import {rowTests} from '../../../source/session/rows/row-test.ts';
import {scanRows} from '../../../source/session/rows/scan.ts';
import {rounds} from '../../support/rounds.ts';
import {openText} from '../../support/session.ts';

const {signal} = new AbortController();

const words = [
	'chart',
	'CHART',
	'Größe',
	'ſtraße K',
	'a/b',
	'say "hi"',
	'c:\\new',
	'two\nlines',
	'表の列',
	'😀',
	'\uFFFD',
	'1.5',
];

/** The ways to write a character in a JSON string: usual, or as an escape. */
const usual = (character: string) => JSON.stringify(character).slice(1, -1);
const escaped = (character: string) => character.split('').map(unicodeEscape).join('');
const inUpperCase = (character: string) => escaped(character).replaceAll(/[a-f]/g, digit => digit.toUpperCase());
const short = (character: string) => (character === '/' ? '\\/' : usual(character));
const longestWord = Math.max(...words.map(({length}) => length));

function unicodeEscape(unit: string): string {
	return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

const ways = fc.oneof(
	fc.constant([]),
	fc.constant(Array.from({length: longestWord}, () => short)),
	fc.array(fc.constantFrom(usual, escaped, inUpperCase, short), {maxLength: longestWord}),
);
const string = fc
	.tuple(fc.constantFrom(...words), ways)
	.map(([word, chosen]) => `"${[...word].map((character, at) => (chosen[at] ?? usual)(character)).join('')}"`);
const other = fc.constantFrom('1.50', 'true', 'null', '["chart", "\\u0063hart"]', '{"a": "Gr\\u00f6\\u00dfe"}');
const line = fc
	.tuple(string, fc.oneof({arbitrary: string, weight: 3}, other), fc.constantFrom('note', 'n\\u006fte'))
	.map(([title, note, key]) => `{"entity_type": "chart", "title": ${title}, "${key}": ${note}}`);

const notUtf8 = Buffer.from('{"title": "\xff"}', 'latin1');

const filters = [
	'chart',
	'Chart',
	'title=chart',
	'!title=chart',
	'title=größe',
	'title=Größe',
	'straße',
	'"straße k"',
	'title=a/b',
	'"""hi"""',
	'title=c:\\new',
	'"two\nlines"',
	'表',
	'title=😀',
	'"\uFFFD"',
	'note=1.50',
	'note~^1',
	'u0063',
	'entity_type=chart',
];

test('finds the rows that pass individually, however their characters are escaped', async t => {
	await fc.assert(
		fc.asyncProperty(fc.array(line, {minLength: 1, maxLength: 30}), async lines => {
			const session = await openText(t, Buffer.concat([Buffer.from(`${lines.join('\n')}\n`), notUtf8]));
			const list = allRows(session.records);
			for (const text of filters) {
				const read = parseFilter(text, filterNames(session));
				if (read.kind !== 'filter') {
					assert.match(text, /^note/);
					continue;
				}

				const tests = rowTests(session, read.filter);
				const rows = [...lines, notUtf8].map((_, at) => at + 1).filter(row => passesAll(session.records, tests, row));
				const found: number[] = [];
				const range = {from: 0, to: list.length, order: 'forward'} as const;
				for await (const scanned of scanRows(session, read.filter, list, range, signal)) found.push(...scanned.rows);
				assert.deepEqual(found, rows, text);
			}
		}),
		{numRuns: rounds(40)},
	);
});
