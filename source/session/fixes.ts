import type {Fix, Problem} from '../kinds/problem.ts';
import type {NewRecords} from '../records/row-edit.ts';
import type {NewValues} from './edits.ts';
import type {CellPosition, ProblemSource} from './problem-source.ts';
import {problemRows} from './rows/problem-rows.ts';
import type {RowList} from './rows/row-list.ts';

/** The fixes that a bulk fix applies: every safe fix, or the first fix of each problem with a code. */
export type FixChoice = 'safe' | {readonly code: string};

/** Returns the problems of a cell and of its whole row, errors first. */
export function problemsIn(session: ProblemSource, {row, column}: CellPosition): readonly Problem[] {
	const problems = session
		.problemsAt(row)
		.filter(problem => problem.field === undefined || session.columnOf(problem) === column);
	return [
		...problems.filter(({severity}) => severity === 'error'),
		...problems.filter(({severity}) => severity !== 'error'),
	];
}

/** A fix and its problem. */
export type ChosenFix = {readonly problem: Problem; readonly fix: Fix};

/** Returns all fixes of some problems, in the order of their numbers on the screen. */
export function listFixes(problems: readonly Problem[]): readonly ChosenFix[] {
	return problems.flatMap(problem => problem.fixes.map(fix => ({problem, fix})));
}

/** The effect of a fix on one row: new values, the same values quoted again, another record, several rows, or none. */
export type RowFix = {readonly row: number} & (
	| {readonly kind: 'cells'; readonly values: NewValues}
	| {readonly kind: 'requote'}
	| {readonly kind: 'rewrite'; readonly record: string}
	| {readonly kind: 'skip'}
	| NewRecords
);

/** Returns the changes of a fix, row by row. */
export function expandFix(session: ProblemSource, row: number, fix: Fix): readonly RowFix[] {
	switch (fix.kind) {
		case 'requote':
			return [{row, kind: 'requote'}];
		case 'split':
			return [{row, kind: 'split', records: fix.records}];
		case 'rewrite':
			return [{row, kind: 'rewrite', record: fix.record}];
		case 'skip':
			return [{row, kind: 'skip'}];
		case 'cells':
			return [{row, kind: 'cells', values: session.columnsOf(fix.changes)}];
		case 'group': {
			const values = session.columnsOf([fix.change]);
			return session.groupOf(row).map(other => ({row: other, kind: 'cells', values}));
		}
	}
}

/** Returns the changes of the chosen fixes, in the order of the rows with the problems: those of a list, or all. */
export function* chosenFixes(session: ProblemSource, choice: FixChoice, list?: RowList): Generator<RowFix, void, void> {
	const codes = choice === 'safe' ? session.kind.safeCodes : new Set([choice.code]);
	for (const row of problemRows(session.findings, list))
		if (session.findings.at(row).some(({code}) => codes.has(code))) yield* fixesOfRow(session, row, choice);
}

/** Returns the chosen fix of each problem. */
function chosenOf(problems: readonly Problem[], choice: FixChoice): readonly Fix[] {
	return problems.flatMap(({code, fixes}) => {
		if (choice === 'safe') return fixes.find(({safe}) => safe) ?? [];
		return code === choice.code ? fixes.slice(0, 1) : [];
	});
}

/** A fix can reveal another problem with a fix: this limits the repetition. */
const maxRounds = 4;

/** Returns the changes of a row by its chosen fixes. A row that is skipped gets no other fix. */
function* fixesOfRow(session: ProblemSource, row: number, choice: FixChoice): Generator<RowFix, void, void> {
	const values = new Map<number, string>();
	let fixes = chosenOf(session.problemsAt(row), choice);
	for (let round = 0; round < maxRounds; round++) {
		if (fixes.some(({kind}) => kind === 'skip')) return yield {row, kind: 'skip'};
		const written = fixes.find(fix => fix.kind === 'rewrite' || fix.kind === 'split');
		if (written?.kind === 'rewrite') {
			return yield {row, kind: 'rewrite', record: fixedRecord(session, row, written.record, choice)};
		}

		if (written?.kind === 'split') {
			const records = written.records.map(record => fixedRecord(session, row, record, choice));
			return yield {row, kind: 'split', records};
		}

		for (const fix of fixes) if (fix.kind === 'group' || fix.kind === 'requote') yield* expandFix(session, row, fix);
		const changes = valuesOf(session, fixes);
		for (const [column, value] of changes) values.set(column, value);
		// The fixes of one code are in different cells.
		if (changes.size === 0 || choice !== 'safe') break;
		fixes = chosenOf(draftProblems(session, row, values), choice);
	}

	if (values.size > 0) yield {row, kind: 'cells', values};
}

/** Returns a record that a fix has written for a row, after the chosen fixes that do not depend on other rows. */
function fixedRecord(session: ProblemSource, row: number, written: string, choice: FixChoice): string {
	let record = written;
	for (let round = 0; round < maxRounds; round++) {
		const fixes = chosenOf(session.checkTextAlone(row, record), choice);
		const changes = valuesOf(session, fixes);
		const rewrite = fixes.find(fix => fix.kind === 'rewrite');
		if (rewrite !== undefined) record = rewrite.record;
		else if (changes.size > 0) record = session.withValues(record, changes);
		else break;
	}

	return record;
}

/** Returns the new values of fixes that change cells. */
function valuesOf(session: ProblemSource, fixes: readonly Fix[]): NewValues {
	return session.columnsOf(fixes.flatMap(fix => (fix.kind === 'cells' ? fix.changes : [])));
}

/** Returns the problems of a row with new values that do not depend on other rows. */
function draftProblems(session: ProblemSource, row: number, values: NewValues): readonly Problem[] {
	const cells = session.cells(row);
	return session.checkDraftAlone(
		row,
		Array.from(cells, (cell, column) => values.get(column) ?? cell),
	);
}

/** Counting stops here, because a screen waits for it. */
export const maxCountedCells = 10_000;

/** Returns how many cells fixes change, at most `maxCountedCells`. A row that changes as a whole counts as one. */
export function countCells(fixes: Iterable<RowFix>): number {
	const cells = new Set<string>();
	for (const fix of fixes) {
		const columns = fix.kind === 'cells' ? fix.values.keys() : ['all'];
		for (const column of columns)
			if (cells.add(`${fix.row} ${column}`).size === maxCountedCells) return maxCountedCells;
	}

	return cells.size;
}

/** Merges the fixes of each row. If two set the same cell, the later one wins. */
export function mergeByRow(fixes: Iterable<RowFix>): Map<number, RowFix> {
	const byRow = new Map<number, RowFix>();
	for (const fix of fixes) {
		const known = byRow.get(fix.row);
		if (known?.kind === 'cells' && fix.kind === 'cells') {
			byRow.set(fix.row, {...fix, values: new Map([...known.values, ...fix.values])});
		} else {
			byRow.set(fix.row, fix);
		}
	}

	return byRow;
}
