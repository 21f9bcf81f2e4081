import {distinctLabels} from '../../kinds/header.ts';
import {trim} from '../../kinds/values/trim.ts';
import type {MappingSample} from '../mapping-sample.ts';

/** The most characters of a value that a screen shows. */
const longestValue = 200;

/** The values of each column that are shown. */
const shownValues = 3;

/** Returns the trimmed cells of a column of a sample. */
export function columnValues({rows}: MappingSample, column: number): readonly string[] {
	return rows.map(row => trim(row[column] ?? ''));
}

/** Returns the first different values of a column as one text. */
export function sampleText(sample: MappingSample, column: number): string {
	const values = new Set<string>();
	for (const row of sample.rows) {
		const value = trim(row[column]?.slice(0, longestValue) ?? '');
		if (value !== '') values.add(value);
		if (values.size === shownValues) break;
	}

	return [...values].join(', ');
}

/** Returns the label of a column, with its number if it has none of its own. */
export function columnLabel({labels}: Pick<MappingSample, 'labels'>, column: number): string {
	const label = trim(labels[column]?.slice(0, longestValue) ?? '');
	if (label === '') return `#${column + 1}`;
	return distinctLabels(labels).some(other => trim(other) === label) ? label : `${label} (#${column + 1})`;
}

/** True if a column of the sample has an empty cell below a value. */
export function hasGaps(sample: MappingSample, column: number | undefined): boolean {
	if (column === undefined) return false;
	const cells = columnValues(sample, column);
	const first = cells.findIndex(cell => cell !== '');
	return first !== -1 && cells.includes('', first);
}
