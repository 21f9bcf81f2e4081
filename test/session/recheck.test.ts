import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {Session} from '../../source/session/session.ts';
import {makeFile} from '../reference/make-file.ts';
import {Random} from '../reference/random.ts';
import {temporaryFolder} from '../support/folder.ts';
import {rounds} from '../support/rounds.ts';
import {listed} from '../support/session.ts';

const {signal} = new AbortController();
const typed = [
	'',
	'id',
	'ID',
	'DB',
	'db',
	'sales',
	'Sales',
	'orders',
	'ORDERS',
	'a.b',
	' x ',
	'true',
	'no',
	'1.0',
	'NA',
	'1700000009',
];

/** Changes that a person could make, whatever the file holds. */
function changeSomething(session: Session, random: Random): void {
	const {firstRow, count} = session.records;
	const row = firstRow + random.below(count);
	switch (random.below(10)) {
		case 0:
			session.undo();
			break;
		case 1:
			session.redo();
			break;
		case 2:
			session.fixAll('safe');
			break;
		case 3:
			session.fixAll({code: random.pick(['table-conflict', 'period-in-name', 'null-mark', 'whitespace'])});
			break;
		case 4: {
			const values = new Map([[random.below(session.header.labels.length), random.pick(['DB', 'id', ''])]]);
			const rows = Array.from({length: count}, (_, at) => firstRow + at).filter(() => random.oneIn(3));
			session.setCells(
				'many',
				rows.map(row => [row, values] as const),
			);
			break;
		}

		case 5: {
			const cells = session.cells(row);
			const [first = 'id', ...rest] = typed;
			const other = cells.with(random.below(cells.length), random.pick([first, ...rest]));
			const texts = [cells, other, cells].map(record => session.records.format.encode(record));
			session.splitRow(row, texts.slice(random.below(2)));
			break;
		}

		default: {
			const [first = 'id', ...rest] = typed;
			session.setCell(row, random.below(session.header.labels.length), random.pick([first, ...rest]));
		}
	}
}

/** The findings by the rows of the saved file, which does not have the skipped ones. */
function listedAsSaved(session: Session): readonly string[] {
	const skipped = session.records.overlay.rows().filter(row => session.isSkipped(row));
	return listed(session).map(line => {
		const row = Number.parseInt(line, 10);
		return line.replace(/^\d+/, String(row - skipped.filter(other => other < row).length));
	});
}

test('has the findings of the reopened saved file after any changes', async t => {
	const folder = await temporaryFolder(t);
	for (let seed = 0; seed < rounds(150); seed++) {
		const path = join(folder, 'file.csv');
		const bytes = makeFile(seed);
		await writeFile(path, bytes);
		const session = await Session.open(path, signal);
		const random = new Random(seed);
		if (session.canCheckRows && session.records.count > 0)
			for (let step = 0; step < 12; step++) changeSomething(session, random);
		const {path: copy} = await session.save({kind: 'copy', path: join(folder, 'copy.csv'), replace: true}, signal);
		const reopened = await Session.open(copy, signal);
		assert.deepEqual(listedAsSaved(session), listed(reopened), `seed ${seed}`);
		assert.deepEqual(session.counts, reopened.counts, `seed ${seed}`);
		assert.deepEqual([session.recordCount, session.groups], [reopened.recordCount, reopened.groups], `seed ${seed}`);
		await reopened.close();
		while (session.undo() !== undefined);
		await session.save({kind: 'copy', path: copy, replace: true}, signal);
		assert.ok((await readFile(copy)).equals(bytes), `seed ${seed}: undoing everything does not bring the bytes back`);
		await session.close();
	}
});

test('keeps duplicates, collisions and conflicts correct when rows are skipped and included again', async t => {
	const folder = await temporaryFolder(t);
	for (let seed = 0; seed < rounds(60); seed++) {
		const path = join(folder, 'file.csv');
		await writeFile(path, makeFile(seed));
		const session = await Session.open(path, signal);
		// Without rows that are checked there is nothing to skip, and rows less can move the header among the first twenty.
		if (!session.canCheckRows) {
			await session.close();
			continue;
		}

		const before = listed(session);
		const random = new Random(seed);
		const {firstRow, count} = session.records;
		const rows = Array.from({length: count}, (_, at) => firstRow + at).filter(() => random.oneIn(2));
		for (const row of rows) session.toggleSkipped(row);
		const {path: copy} = await session.save({kind: 'copy', path: join(folder, 'copy.csv'), replace: true}, signal);
		const reopened = await Session.open(copy, signal);
		// The copy has fewer rows: what is left is compared by its kinds.
		const kinds = (list: readonly string[]) => list.map(line => line.replace(/^\d+ /, '')).sort();
		assert.deepEqual(kinds(listed(session)), kinds(listed(reopened)), `seed ${seed}`);
		await reopened.close();
		for (const row of random.shuffled(rows)) session.toggleSkipped(row);
		assert.deepEqual(listed(session), before, `seed ${seed}`);
		await session.close();
	}
});
