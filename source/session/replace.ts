import type {NewValues} from './edits.ts';
import type {Session} from './session.ts';

/** The number of distinct new values whose rows share one object. */
const sharedAtMost = 1000;

/** Returns the cells of a field that get another value. Rows with a finding of the whole row are left unchanged. */
export function* replacedCells(
	session: Session,
	field: string,
	next: (value: string) => string,
): Generator<readonly [row: number, values: NewValues], void, void> {
	const {findings, header, records} = session;
	const column = header.mapping[field];
	if (column === undefined) return;
	const shared = new Map<string, NewValues>();
	for (let row = records.firstRow; row <= records.lastRow; row++) {
		if (findings.at(row).some(finding => finding.field === undefined)) continue;
		const value = records.cell(row, column);
		const changed = next(value);
		if (changed === value) continue;
		const values = shared.get(changed) ?? new Map([[column, changed]]);
		if (shared.size < sharedAtMost) shared.set(changed, values);
		yield [row, values];
	}
}
