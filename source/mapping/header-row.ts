import {type Field, isField} from '../kinds/warehouse/field.ts';
import {readLabel} from './label-meaning.ts';

/** The last row that can be the header. */
const lastHeaderRow = 20;

/** The least score of a label that counts. */
const leastLabel = 40;

/** The share of the cells that must have known words where they mean two fields only. */
const mostlyKnown = 0.6;

/** A longer cell is no label. */
const longestLabel = 60;

/**
Proposes the row of the header, from 1, from the first records of a file: the first whose labels mean several fields, one of them a column
or a table. The records above it have fewer cells. Returns 1 without such a record.
*/
export function proposeHeaderRow(records: readonly (readonly string[])[]): number {
	let widest = 0;
	for (const [at, record] of records.slice(0, lastHeaderRow).entries()) {
		const cells = record.filter(cell => cell.trim() !== '');
		if (cells.length > widest && isHeader(cells)) return at + 1;
		widest = Math.max(widest, cells.length);
	}

	return 1;
}

function isHeader(cells: readonly string[]): boolean {
	if (cells.some(cell => /^[-+\d.,]+$/.test(cell.trim()) || /\(\d+(?:,\s*\d+)?\)$/.test(cell))) return false;
	const fields = new Set(cells.flatMap(cell => fieldOf(cell) ?? []));
	if (!fields.has('col_name') && !fields.has('name')) return false;
	if (fields.size > 2) return true;
	const known = cells.filter(cell => cell.length <= longestLabel && readLabel(cell).isKnown).length;
	return fields.size === 2 && known >= cells.length * mostlyKnown;
}

/** Returns the field that a cell most likely names, if it is a label. */
function fieldOf(cell: string): Field | undefined {
	if (cell.length > longestLabel) return undefined;
	const {exact, scores} = readLabel(cell);
	if (exact !== undefined) return exact;
	let best: Field | undefined;
	let most = leastLabel;
	for (const [field, score] of Object.entries(scores)) {
		if (score < most || !isField(field)) continue;
		most = score;
		best = field;
	}

	return best;
}
