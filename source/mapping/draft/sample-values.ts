import {distinctLabels} from '../../kinds/header.ts';
import {trim} from '../../kinds/values/trim.ts';
import type {Field} from '../../kinds/warehouse/field.ts';
import type {MappingSample} from '../mapping-sample.ts';
import {partReader} from '../row-value.ts';
import type {Source} from './draft.ts';

/** The most characters of a value that a screen shows. */
const longestValue = 200;

/** The values of each column that are shown. */
const shownValues = 3;

/** Returns the trimmed cells of a column of a sample. */
export function columnValues({rows}: MappingSample, column: number): readonly string[] {
	return rows.map(row => trim(row[column] ?? ''));
}

/** Returns the first different values of a column as one text. */
export function sampleText(sample: MappingSample, column: number, read = (cell: string) => cell): string {
	const values = new Set<string>();
	for (const row of sample.rows) {
		const value = trim(read(row[column] ?? '').slice(0, longestValue));
		if (value !== '') values.add(value);
		if (values.size === shownValues) break;
	}

	return [...values].join(', ');
}

/** Returns the first different values of a field as one text: of its column, or of its part of the column. */
export function fieldSample(sample: MappingSample, source: Source | undefined, field: Field): string {
	switch (source?.kind) {
		case 'column':
			return sampleText(sample, source.column);
		case 'split': {
			const read = partReader(source.fields.indexOf(field), source.fields.length);
			return sampleText(sample, source.column, read);
		}

		case 'constant':
		case undefined:
			return '';
	}
}

/** Returns the label of a column, with its number if it has none of its own. */
export function columnLabel({labels}: Pick<MappingSample, 'labels'>, column: number): string {
	const label = trim(labels[column]?.slice(0, longestValue) ?? '');
	if (label === '') return `#${column + 1}`;
	return distinctLabels(labels).includes(labels[column] ?? '') ? label : `${label} (#${column + 1})`;
}

/** True if a column of the sample has an empty cell below a value. */
export function hasGaps(sample: MappingSample, column: number | undefined): boolean {
	if (column === undefined) return false;
	const cells = columnValues(sample, column);
	const first = cells.findIndex(cell => cell !== '');
	return first !== -1 && cells.includes('', first);
}
