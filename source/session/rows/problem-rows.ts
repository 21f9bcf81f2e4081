import type {Findings} from '../findings/findings.ts';
import type {CellPosition, ProblemSource} from '../problem-source.ts';
import type {RowList} from './row-list.ts';

/** Returns the first row with findings after `row`, in a list or among all rows. */
export function nextProblemRow(findings: Findings, row: number, list?: RowList): number | undefined {
	let found = findings.nextRow(row);
	while (list !== undefined && found !== undefined) {
		const listed = list.rowAt(list.indexOf(found));
		if (listed === found) break;
		found = listed === undefined ? undefined : findings.nextRow(listed - 1);
	}

	return found;
}

/** Returns the last row with findings before `row`, in a list or among all rows. */
export function previousProblemRow(findings: Findings, row: number, list?: RowList): number | undefined {
	let found = findings.previousRow(row);
	while (list !== undefined && found !== undefined) {
		const at = list.indexOf(found);
		if (list.rowAt(at) === found) break;
		const listed = list.rowAt(at - 1);
		found = listed === undefined ? undefined : findings.previousRow(listed + 1);
	}

	return found;
}

/** Lists the rows with findings, in order. */
export function* problemRows(findings: Findings, list?: RowList): Generator<number, void, void> {
	for (let row = nextProblemRow(findings, 0, list); row !== undefined; row = nextProblemRow(findings, row, list))
		yield row;
}

/** Returns the number of the problem in a cell, from 1 in the order of rows and columns; `undefined` without a problem. */
export function problemNumber(session: ProblemSource, {row, column}: CellPosition): number | undefined {
	const found = session.findings.at(row);
	const columns = found.map(finding => session.columnOf(finding));
	const here = columns.filter(other => other === undefined || other === column).map(other => other ?? 0);
	if (here.length === 0) return undefined;
	const first = Math.min(...here);
	return session.findings.countBefore(row) + columns.filter(other => (other ?? 0) < first).length + 1;
}
