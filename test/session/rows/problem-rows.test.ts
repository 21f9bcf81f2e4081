import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {findNextProblem} from '../../../source/session/problem-navigation.ts';
import {
	nextProblemRow,
	previousProblemRow,
	problemNumber,
	problemRows,
} from '../../../source/session/rows/problem-rows.ts';
import {ListedRows} from '../../../source/session/rows/row-list.ts';
import {carryOut, changes, lastRow} from '../../support/changes.ts';
import {openLines, recordLine} from '../../support/session.ts';

test('the rows with problems in a list are those that are in both', async t => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.boolean(), {minLength: lastRow - 1, maxLength: lastRow - 1}),
			fc.subarray(Array.from({length: lastRow - 1}, (_, at) => at + 2)),
			async (areWrong, rows) => {
				const session = await openLines(
					t,
					areWrong.map((isWrong, at) => recordLine({col_name: `c${at}`, sort_order: isWrong ? 'x' : '1'})),
				);
				const list = ListedRows.of(rows);
				const expected = rows.filter(row => areWrong[row - 2]);
				const {findings} = session;
				assert.deepEqual([...problemRows(findings, list)], expected);
				for (let row = 0; row <= lastRow + 1; row++) {
					assert.equal(
						nextProblemRow(findings, row, list),
						expected.find(other => other > row),
					);
					assert.equal(
						previousProblemRow(findings, row, list),
						expected.findLast(other => other < row),
					);
				}

				await session.close();
			},
		),
		{numRuns: 40},
	);
});

test('after any edits the problems are numbered from 1 in the order in which Tab visits them', async t => {
	await fc.assert(
		fc.asyncProperty(fc.array(changes, {maxLength: 8}), async made => {
			const session = await openLines(
				t,
				Array.from({length: lastRow - 1}, (_, at) =>
					recordLine({col_name: `c${at % 3}`, ...(at % 4 === 0 ? {sort_order: 'x', is_view: 'no'} : {})}),
				),
			);
			for (const change of made) carryOut(session, change);
			const numbers: number[] = [];
			for (let at = findNextProblem(session, {row: 0, column: -1}, 'next'); at !== undefined && !at.wrapped; ) {
				numbers.push(problemNumber(session, at.position) ?? 0);
				at = findNextProblem(session, at.position, 'next');
			}

			assert.deepEqual(
				numbers.toSorted((one, other) => one - other),
				numbers,
			);
			assert.equal(new Set(numbers).size, numbers.length);
			if (numbers.length > 0) assert.equal(numbers[0], 1);
			assert.ok((numbers.at(-1) ?? 0) <= session.findings.count);
			const rows = [...session.findings.rows()];
			assert.equal(
				session.findings.count,
				rows.reduce((sum, row) => sum + session.findings.at(row).length, 0),
			);
			for (const row of rows) {
				const before = rows.filter(other => other < row);
				assert.equal(
					session.findings.countBefore(row),
					before.reduce((sum, other) => sum + session.findings.at(other).length, 0),
				);
			}

			await session.close();
		}),
		{numRuns: 60},
	);
});
