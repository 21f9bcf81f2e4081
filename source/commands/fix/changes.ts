import type {RowNumber} from '../../records/row-numbers.ts';
import type {UndoStep} from '../../records/undo-step.ts';
import {fixRepeatedly} from '../../session/fix-repeatedly.ts';
import {rowAfter} from '../../session/problem-navigation.ts';
import {replacedCells} from '../../session/replace.ts';
import type {Session} from '../../session/session.ts';
import type {ReplaceOption, SetOption} from './options.ts';

/** The changes of one request. */
export type FixChange = {
	/** The request: `safe`, a code, `set database`, `replace in name`, `map`. */
	readonly what: string;
	readonly cells: number;
	readonly samples: readonly ChangeSample[];
};

export type ChangeSample = {
	readonly row: RowNumber;
	readonly field: string;
	readonly before: string;
	readonly after: string;
};

export type FixOptions = {
	readonly set: readonly SetOption[];
	readonly replace: readonly ReplaceOption[];
	readonly fix: readonly string[];
};

const samplesShown = 3;

/** Applies the requested changes, then all safe fixes; returns the changes of each request. */
export function makeChanges(session: Session, {set, replace, fix}: FixOptions): FixChange[] {
	const changes: FixChange[] = [];
	const note = (what: string, steps: Iterable<UndoStep | undefined>) => {
		let change: FixChange | undefined;
		for (const step of steps)
			if (step !== undefined) change = addStep(session, change ?? {what, cells: 0, samples: []}, step);
		if (change !== undefined) changes.push(change);
	};
	for (const {field, value} of set) {
		const step = session.setCells(
			`set ${field}`,
			replacedCells(session, field, () => value),
		);
		note(`set ${field}`, [step]);
	}

	for (const {field, find, to} of replace) {
		const step = session.setCells(
			`replace in ${field}`,
			replacedCells(session, field, value => value.replace(find, to)),
		);
		note(`replace in ${field}`, [step]);
	}

	for (const code of fix) note(code, fixRepeatedly(session, {code}));
	note('safe', fixRepeatedly(session, 'safe'));

	return changes;
}

/** Returns the changes of a request after one more step. */
function addStep(session: Session, change: FixChange, step: UndoStep): FixChange {
	const samples = [...change.samples];
	let {cells} = change;
	for (const {row, before, after} of step.changes) {
		const beforeCells = before?.kind === 'cells' ? before.cells : new Map<number, string>();
		if (after?.kind !== 'cells') {
			cells++;
			continue;
		}

		for (const [column, value] of after.cells) {
			if (beforeCells.get(column) === value) continue;
			cells++;
			if (samples.length === samplesShown) continue;
			const rowNow = rowAfter(step, row, 'made');
			const old = beforeCells.get(column) ?? session.records.cellInFile(rowNow, column);
			samples.push({
				row: session.records.numbers.inFile(rowNow),
				field: session.header.labels[column] ?? String(column + 1),
				before: old,
				after: value,
			});
		}
	}

	return {...change, cells, samples};
}
