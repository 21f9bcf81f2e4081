import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import type {Fix} from '../../source/kinds/problem.ts';
import {readCurrentBytes} from '../../source/records/save/current-bytes.ts';
import {savedRowNumbers} from '../../source/records/save/saved-row-numbers.ts';
import {Session} from '../../source/session/session.ts';
import {preamble, record} from '../support/changes.ts';
import {temporaryFolder} from '../support/folder.ts';
import {rounds} from '../support/rounds.ts';
import {header, openLines, recordLine} from '../support/session.ts';

const {signal} = new AbortController();

/** A row as it should be saved. */
type Line = {readonly text: string; readonly end: string; readonly isSkipped: boolean};

const row = fc.integer({min: 0, max: 30});
const action = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({
			does: fc.constant('split'),
			rows: fc.uniqueArray(row, {minLength: 1, maxLength: 4}),
			records: fc.array(record, {minLength: 1, maxLength: 4}),
		}),
	},
	{weight: 2, arbitrary: fc.record({does: fc.constant('rewrite'), row, record})},
	{weight: 2, arbitrary: fc.record({does: fc.constant('skip'), row})},
	{weight: 5, arbitrary: fc.record({does: fc.constantFrom('undo', 'redo', 'save')})},
);
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

function bytesOf(lines: readonly Line[]): string {
	return lines.map(({text, end, isSkipped}) => (isSkipped ? '' : text + end)).join('');
}

/** The rows as they should be, with undo and redo. */
class Model {
	readonly #states: Array<readonly Line[]>;
	#at = 0;

	constructor(lines: readonly Line[]) {
		this.#states = [lines];
	}

	get lines(): readonly Line[] {
		return this.#states[this.#at] ?? [];
	}

	get bytes(): string {
		return bytesOf(this.lines);
	}

	change(next: (line: Line, row: number) => readonly Line[]): void {
		const lines = this.lines.flatMap((line, at) => next(line, at + 1));
		this.#states.splice(this.#at + 1);
		this.#at = this.#states.push(lines) - 1;
	}

	go(steps: 1 | -1): void {
		this.#at = Math.min(Math.max(this.#at + steps, 0), this.#states.length - 1);
	}
}

/** The rows of the session that an action is about: neither the header nor a row above it. */
function rowOf(session: Session, at: number): number {
	return session.records.firstRow + (at % session.records.count);
}

async function carryOut(session: Session, model: Model, action: Action, usualEnd: string): Promise<void> {
	if ('rows' in action) {
		const rows = new Set(action.rows.map(at => rowOf(session, at)));
		const [first = 0] = rows;
		const texts = action.records.map(recordLine);
		const split = (line: Line) =>
			texts.map((text, at) => {
				const isLast = at === texts.length - 1;
				return {text, end: isLast ? line.end : line.end || usualEnd, isSkipped: false};
			});
		if (rows.size === 1) session.splitRow(first, texts);
		else
			session.splitRows(
				'many',
				Array.from(rows, at => [at, texts] as const),
			);
		model.change((line, at) => (rows.has(at) ? split(line) : [line]));
	} else if ('record' in action) {
		const at = rowOf(session, action.row);
		const text = recordLine(action.record);
		const {lastApplied: lastDone} = session.records.overlay;
		session.rewriteRow(at, text);
		if (session.records.overlay.lastApplied === lastDone) return;
		model.change((line, row) => [row === at ? {...line, text, isSkipped: false} : line]);
	} else if ('row' in action) {
		const at = rowOf(session, action.row);
		session.toggleSkipped(at);
		model.change((line, row) => [row === at ? {...line, isSkipped: !line.isSkipped} : line]);
	} else if (action.does === 'undo') {
		session.undo();
		model.go(-1);
	} else if (action.does === 'redo') {
		session.redo();
		model.go(1);
	}
}

const ends = fc.record({usual: fc.constantFrom('\n', '\r\n'), last: fc.constantFrom('usual', 'none')});
const records = fc.array(record, {minLength: 1, maxLength: 7});

/** Saved edits are known as saved when the rows are restored. */
const savedAndUndone: Action[] = [
	{does: 'split', rows: [0], records: [{}, {col_name: 'b'}]},
	{does: 'save'},
	{does: 'undo'},
	{does: 'redo'},
];

test('rows that are split are saved in the place of the one, and findings and counts are those of the saved file', async t => {
	const folder = await temporaryFolder(t);
	const path = join(folder, 'file.csv');
	const copy = {kind: 'copy', path: join(folder, 'copy.csv'), replace: true} as const;
	await fc.assert(
		fc.asyncProperty(
			preamble,
			records,
			ends,
			fc.array(action, {maxLength: 14}),
			async (above, records, {usual, last}, actions) => {
				const texts = [
					...above,
					header,
					...records.map((record, at) => recordLine(at === 1 ? {...record, col_description: '"two\nlines"'} : record)),
				];
				const lines = texts.map((text, at) => {
					const hasEnd = at < texts.length - 1 || last === 'usual';
					return {text, end: hasEnd ? usual : '', isSkipped: false};
				});
				const model = new Model(lines);
				const original = model.bytes;
				await writeFile(path, original);
				const session = await Session.open(path, signal);
				const {overlay} = session.records;
				assert.equal(session.recordCount, records.length);
				let saved = model.lines;
				for (const action of actions) {
					await carryOut(session, model, action, usual);
					if (action.does === 'save') {
						await session.save(copy, signal);
						assert.equal(await readFile(copy.path, 'utf8'), model.bytes);
						assert.deepEqual([overlay.saved.changedSinceSave, overlay.saved.unsavedRows], [0, 0]);
						saved = model.lines;
					}

					if (model.lines === saved) assert.equal(overlay.saved.changedSinceSave, 0);
					else if (model.bytes !== bytesOf(saved)) assert.ok(overlay.saved.changedSinceSave > 0);
					assert.equal(overlay.skipped, model.lines.filter(({isSkipped}) => isSkipped).length);
					await assertFresh(session, join(folder, 'fresh.csv'), model);
				}

				while (session.undo() !== undefined) model.go(-1);
				await session.save(copy, signal);
				assert.equal(await readFile(copy.path, 'utf8'), original);
				await session.close();
			},
		),
		{numRuns: rounds(50), examples: [[[], [{}, {}], {usual: '\n', last: 'usual'}, savedAndUndone]]},
	);
});

/** The visible state of the rows equals that of a file with the same bytes. */
async function assertFresh(session: Session, path: string, model: Model): Promise<void> {
	await writeFile(path, model.bytes);
	const fresh = await Session.open(path, signal);
	let count = 0;
	/** The rows of the fresh file by those of the session; skipped ones are not in it. */
	const numbers = new Map(model.lines.map(({isSkipped}, at) => [at + 1, isSkipped ? undefined : ++count]));
	const number = (row: number | undefined) => row && numbers.get(row);
	const seen = (open: Session, rows: Iterable<number>, numberOf: typeof number) =>
		Array.from(rows).flatMap(row => {
			const to = numberOf(row);
			if (to === undefined) return [];
			const problems = open.problemsAt(row).map(({code, field, related, value, message}) => ({
				code,
				field,
				value,
				related: numberOf(related),
				message: message.replaceAll(/row \d+/gi, 'row'),
			}));
			return [{row: to, cells: open.cells(row), problems, group: open.groupOf(row).map(numberOf)}];
		});
	const rows = (open: Session) => Array.from({length: open.records.lastRow}, (_, at) => at + 1);
	assert.deepEqual(
		seen(session, rows(session), number),
		seen(fresh, rows(fresh), row => row),
	);
	assert.deepEqual([...session.counts], [...fresh.counts]);
	assert.deepEqual([session.recordCount, session.groups], [fresh.recordCount, fresh.groups]);
	const saved = savedRowNumbers(session.records);
	for (const [row, {isSkipped}] of model.lines.entries())
		if (!isSkipped) {
			const inSaved = number(row + 1) ?? 0;
			assert.equal(saved.of(row + 1), inSaved);
			assert.equal(saved.lineOf(row + 1), fresh.records.index.lineOf(inSaved));
		}
	await fresh.close();
}

test('a fix can split rows: it is counted, taken alone or with all of its kind, and undone in one step', async t => {
	const lines = [recordLine({is_view: 'no'}), recordLine({col_name: 'b'}), recordLine({col_name: 'c', is_view: 'no'})];
	const session = await openLines(t, lines);
	const [{code = ''} = {}] = session.problemsAt(2);
	const {problemsAt} = session;
	const fixAt = (row: number): Fix => {
		const records = ['1', '2'].map(end => recordLine({col_name: `${row}-${end}`}));
		return {kind: 'split', title: 'two rows', safe: true, records};
	};
	session.problemsAt = row => problemsAt.call(session, row).map(problem => ({...problem, fixes: [fixAt(row)]}));
	const names = () => Array.from({length: session.records.count}, (_, at) => session.cells(at + 2)[0]);
	for (const choice of ['safe', {code}] as const) {
		assert.equal(session.countFixes(choice), 2);
		session.fixAll(choice);
		assert.deepEqual(names(), ['2-1', '2-2', 'b', '4-1', '4-2']);
		assert.deepEqual(session.findings.counts, new Map());
		session.undo();
		assert.deepEqual(names(), ['id', 'b', 'c']);
	}

	session.applyFix(4, fixAt(4));
	assert.deepEqual(names(), ['id', 'b', '4-1', '4-2']);
});

test('what a long last row is split into is saved behind it', async t => {
	const long = 'x'.repeat(200_000);
	const session = await openLines(t, [recordLine(), recordLine({col_description: long})]);
	const texts = ['b', 'c'].map(name => recordLine({col_name: name}));
	session.splitRow(3, texts);
	const pieces: Buffer[] = [];
	for await (const piece of readCurrentBytes(session.records, signal)) pieces.push(Buffer.from(piece));
	assert.equal(Buffer.concat(pieces).toString(), [header, recordLine(), ...texts, ''].join('\n'));
});
