import type {JsonScanner} from '../../records/jsonl/json-scanner.ts';
import type {Finding} from '../problem.ts';
import {type EdgeForm, EndReader, isAbsent} from './end-reader.ts';
import {type EndColumns, fields, source, target} from './field.ts';

const none: readonly Finding[] = [];

/** The number of the type of an internal resource. */
export const internalType = 1;

/** Returns the form of an edge. The older one counts only if both of its keys are there and no identifier is. */
export function formOf(record: JsonScanner): EdgeForm {
	const hasIdentifier = !isAbsent(record, source.identifier) || !isAbsent(record, target.identifier);
	return hasIdentifier || isAbsent(record, source.oldId) || isAbsent(record, target.oldId) ? 'today' : 'old';
}

/** Checks single edges by the bytes of their lines. Reuse one instance; it has the ends of the edge that was checked last. */
export class EdgeCheck {
	form: EdgeForm = 'today';
	readonly from = new EndReader();
	readonly to = new EndReader();

	/** Returns the findings of one edge that do not depend on other rows. */
	check(row: number, record: JsonScanner): readonly Finding[] {
		this.form = formOf(record);
		let found = none;
		if (this.form === 'old') found = [{row, code: 'old-form'}];
		found = this.#read(row, record, source, found);
		found = this.#read(row, record, target, found);
		const {from, to} = this;
		if (from.type === 0 || to.type === 0) return found;
		if (from.type !== internalType && to.type !== internalType) found = [...found, {row, code: 'no-internal-end'}];
		if (from.type === to.type && from.low === to.low && from.high === to.high) {
			found = [...found, {row, code: 'self-edge'}];
		}

		return found;
	}

	/** Reads an end. Returns the findings with those of the end. */
	#read(row: number, record: JsonScanner, end: EndColumns, found: readonly Finding[]): readonly Finding[] {
		const {faults} = (end === source ? this.from : this.to).read(record, end, this.form);
		if (faults.length === 0) return found;
		return [...found, ...faults.map(({code, column}) => ({row, code, field: fieldAt(column)}))];
	}
}

function fieldAt(column: number): string {
	const field = fields[column];
	if (field === undefined) throw new RangeError(`no field in column ${column}`);
	return field;
}
