import assert from 'node:assert/strict';
import test from 'node:test';
import {type FilterNames, parseFilter} from '../../../source/session/rows/filter-language.ts';

const names: FilterNames = {
	columnOf: name => ({schema: 0, 'data type': 1})[name.toLowerCase()],
	fields: ['schema', 'data type'],
	codes: ['required', 'null-mark'],
};

/** Writes a filter in short: one line a term. */
function written(text: string): readonly string[] | string {
	const read = parseFilter(text, names);
	if (read.kind === 'fault') return read.fault.kind;
	return read.filter.map(({isNegated, operand, comparison}) => {
		const of = operand.kind === 'column' ? `column ${operand.column}` : operand.kind;
		const what = comparison.kind === 'matches' ? String(comparison.pattern) : JSON.stringify(comparison.text);
		return `${isNegated ? 'not ' : ''}${of} ${comparison.kind} ${what}`;
	});
}

const cases: ReadonlyArray<readonly [text: string, filter: readonly string[] | string]> = [
	['', []],
	['  ', []],
	['orders', ['any-cell contains "orders"']],
	['two words', ['any-cell contains "two"', 'any-cell contains "words"']],
	['"two words"', ['any-cell contains "two words"']],
	['"a ""b"" c"', ['any-cell contains "a "b" c"'.replace('"a "b" c"', '"a \\"b\\" c"')]],
	['!orders', ['not any-cell contains "orders"']],
	['schema=sales', ['column 0 equals "sales"']],
	['SCHEMA=sales', ['column 0 equals "sales"']],
	['schema=', ['column 0 equals ""']],
	['!schema=', ['not column 0 equals ""']],
	['schema="north west"', ['column 0 equals "north west"']],
	['"data type"=int', ['column 1 equals "int"']],
	['schema=a=b', ['column 0 equals "a=b"']],
	['!schema=sales', ['not column 0 equals "sales"']],
	['schema!=sales', ['not column 0 equals "sales"']],
	['!schema!=sales', ['column 0 equals "sales"']],
	['schema~^s.*s$', ['column 0 matches /^s.*s$/isu']],
	['schema~^S', ['column 0 matches /^S/su']],
	['schema~\\S', ['column 0 matches /\\S/isu']],
	['schema~"a b"', ['column 0 matches /a b/isu']],
	['~^x', ['any-cell matches /^x/isu']],
	['!~^x', ['not any-cell matches /^x/isu']],
	['problem=required', ['problem equals "required"']],
	['problem=', ['problem equals ""']],
	['problem~null', ['problem matches /null/isu']],
	['schema=a  !b problem=', ['column 0 equals "a"', 'not any-cell contains "b"', 'problem equals ""']],
	['"a=b"', ['any-cell contains "a=b"']],
	['=b', ['any-cell contains "=b"']],
	['shcema=a', 'unknown-field'],
	['a=b', 'unknown-field'],
	['problem=requried', 'unknown-problem'],
	['schema~(', 'invalid-pattern'],
	['schema~[', 'invalid-pattern'],
	['"a', 'open-quote'],
	['schema="a', 'open-quote'],
	['!', 'empty-term'],
	['! a', 'empty-term'],
	['~', 'empty-term'],
	['""', 'empty-term'],
];

for (const [text, filter] of cases) {
	test(`the filter ${JSON.stringify(text)}`, () => {
		assert.deepEqual(written(text), filter);
	});
}

test('reports the typed name and the known ones', () => {
	const read = parseFilter('shcema=a', names);
	assert.deepEqual(read, {
		kind: 'fault',
		fault: {kind: 'unknown-field', name: 'shcema', known: ['schema', 'data type', 'problem']},
	});
});
