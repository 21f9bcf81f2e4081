import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {allRows, ListedRows, type RowList} from '../../../source/session/rows/row-list.ts';
import {labelledColumn, type SearchOrder, type SearchPosition, search} from '../../../source/session/rows/search.ts';
import type {Session} from '../../../source/session/session.ts';
import {rounds} from '../../support/rounds.ts';
import {openLines, openText} from '../../support/session.ts';

const {signal} = new AbortController();

async function found(
	session: Session,
	text: string,
	from: SearchPosition,
	list: RowList,
	order: SearchOrder,
): Promise<string> {
	for await (const event of search(session, text, {from, list, order}, signal)) {
		if (event.kind === 'not-found') return 'nothing';
		if (event.kind === 'found') return `${written(event.place)}${event.isWrapped ? ' wrapped' : ''}`;
	}

	return 'no end';
}

function written(place: SearchPosition): string {
	return place.kind === 'label' ? `label ${place.column}` : `${place.row} ${place.column}`;
}

const text = ['aa,b,ax', 'a,b,c', 'b,xa,a', 'c,c,c', 'A,b,c', ''].join('\n');
const cell = (row: number, column: number): SearchPosition => ({kind: 'cell', row, column});

const cases: ReadonlyArray<readonly [from: SearchPosition, order: SearchOrder, place: string]> = [
	[cell(2, 0), 'forward', '3 1'],
	[cell(3, 1), 'forward', '3 2'],
	[cell(3, 2), 'forward', '5 0'],
	[cell(5, 0), 'forward', 'label 0 wrapped'],
	[{kind: 'label', column: 0}, 'forward', 'label 2'],
	[{kind: 'label', column: 2}, 'forward', '2 0'],
	[cell(5, 0), 'backward', '3 2'],
	[cell(3, 1), 'backward', '2 0'],
	[cell(2, 0), 'backward', 'label 2'],
	[{kind: 'label', column: 0}, 'backward', '5 0 wrapped'],
];

for (const [from, order, place] of cases) {
	test(`from ${written(from)} ${order} the next match is ${place}`, async t => {
		const session = await openText(t, text);
		assert.equal(await found(session, 'a', from, allRows(session.records), order), place);
	});
}

test('a search stays within the rows of a list', async t => {
	const session = await openText(t, text);
	assert.equal(await found(session, 'a', cell(4, 0), ListedRows.of([2, 4, 5]), 'backward'), '2 0');
	assert.equal(await found(session, 'a', cell(3, 0), ListedRows.of([2, 4, 5]), 'forward'), '5 0');
});

test('the only match is found again from itself', async t => {
	const session = await openText(t, text);
	assert.equal(await found(session, 'xa', cell(3, 1), allRows(session.records), 'forward'), '3 1 wrapped');
	assert.equal(await found(session, 'xa', cell(3, 1), allRows(session.records), 'backward'), '3 1 wrapped');
});

test('does not find a text without matches', async t => {
	const session = await openText(t, text);
	assert.equal(await found(session, 'zebra', cell(3, 1), allRows(session.records), 'forward'), 'nothing');
	assert.equal(await found(session, 'Ax', cell(3, 1), allRows(session.records), 'forward'), 'nothing');
});

test('a label is found by its whole text', async t => {
	const session = await openLines(t, []);
	assert.equal(labelledColumn(session, 'schema'), 5);
	assert.equal(labelledColumn(session, 'SCHEMA'), undefined);
	assert.equal(labelledColumn(session, 'sche'), undefined);
});

test('visits every match once in both directions', async t => {
	const line = fc.tuple(fc.constantFrom('a', 'b', 'xAx'), fc.constantFrom('', 'a'), fc.constantFrom('c', 'aa'));
	await fc.assert(
		fc.asyncProperty(fc.array(line, {minLength: 1, maxLength: 8}), async lines => {
			const session = await openText(t, ['a1,n,ca', ...lines.map(cells => cells.join(',')), ''].join('\n'));
			const expected = ['label 0', 'label 2'];
			for (const [at, cells] of lines.entries()) {
				for (const [column, value] of cells.entries()) if (/a/i.test(value)) expected.push(`${at + 2} ${column}`);
			}

			for (const order of ['forward', 'backward'] as const) {
				const visited: string[] = [];
				let from: SearchPosition = order === 'forward' ? {kind: 'label', column: -1} : cell(lines.length + 2, 0);
				for (let step = 0; step < expected.length; step++) {
					for await (const event of search(session, 'a', {from, list: allRows(session.records), order}, signal)) {
						if (event.kind === 'found') from = event.place;
					}

					visited.push(written(from));
				}

				assert.deepEqual(order === 'forward' ? visited : visited.toReversed(), expected);
			}
		}),
		{numRuns: rounds(40)},
	);
});
