import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type {Problem} from '../../source/kinds/problem.ts';
import {rounds} from '../support/rounds.ts';
import {header, openLines, recordLine} from '../support/session.ts';

const columns = header.split(',');
const words = [
	'id',
	'ID',
	' id',
	'a.b',
	'',
	'none',
	'true',
	'FALSE',
	'yes',
	'1700000000',
	'1700000001',
	'1.0',
	'x\ny',
	'"q"',
	'漢',
];

const shown = (problems: readonly Problem[]) =>
	problems
		// Which of two duplicates reports it depends on their order; a case collision is of another table.
		.filter(({code}) => code !== 'duplicate-row' && code !== 'case-collision')
		.map(({code, field, message}) => `${code} ${field} ${message}`)
		.sort();

test('reports the problems of a draft that the check finds once it is applied', async t => {
	const cell = fc.tuple(fc.constantFrom(...columns), fc.constantFrom(...words));
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.array(cell, {maxLength: 2}), {minLength: 2, maxLength: 6}),
			fc.nat(),
			cell,
			async (rows, at, [field, value]) => {
				const lines = rows.map((changes, row) => recordLine({col_name: `c${row}`, ...quoted(changes)}));
				const session = await openLines(t, lines);
				const row = 2 + (at % rows.length);
				const cells = [...session.cells(row)];
				cells[columns.indexOf(field)] = value;
				const draft = session.checkDraft(row, cells);
				session.setCell(row, columns.indexOf(field), value);
				const applied = session.problemsAt(row);
				if (draft.isCompared) {
					assert.deepEqual(shown(draft.problems), shown(applied));
					const isTwin = session.duplicateRowOf(row) !== undefined;
					assert.equal(
						draft.problems.some(({code}) => code === 'duplicate-row'),
						isTwin,
					);
				} else {
					const own = applied.filter(({code}) => code !== 'table-conflict');
					assert.deepEqual(shown(draft.problems), shown(own));
				}

				await session.close();
			},
		),
		{numRuns: rounds(80)},
	);
});

test('compares a row of a large table, or one that moves, only once it is applied', async t => {
	const many = await openLines(
		t,
		Array.from({length: 1500}, (_, at) => recordLine({col_name: `c${at}`})),
	);
	assert.equal(many.checkDraft(2, many.cells(2)).isCompared, false);
	const few = await openLines(t, [recordLine(), recordLine({col_name: 'b'})]);
	assert.equal(few.checkDraft(2, few.cells(2)).isCompared, true);
	assert.equal(
		few.checkDraft(
			2,
			few.cells(2).map(cell => (cell === 'sales' ? 'other' : cell)),
		).isCompared,
		false,
	);
});

function quoted(changes: ReadonlyArray<readonly [string, string]>): Record<string, string> {
	return Object.fromEntries(changes.map(([field, value]) => [field, `"${value.replaceAll('"', '""')}"`]));
}
