import type {Field} from '../kinds/warehouse/field.ts';
import {type ColumnFacts, readColumn} from './column-facts.ts';
import {type LabelMeaning, readLabel} from './label-meaning.ts';

/** A column of a sample: its label and values, without regard to the tables of its rows. */
export type PlainColumn = {
	readonly index: number;
	readonly label: string;
	readonly meaning: LabelMeaning;
	/** The trimmed cells. */
	readonly cells: readonly string[];
	readonly facts: ColumnFacts;
};

/** The rows of a sample, with trimmed cells. */
export type SampleRows = readonly (readonly string[])[];

export function readPlainColumns(labels: readonly string[], rows: SampleRows): readonly PlainColumn[] {
	return labels.map((label, index) => {
		const cells = rows.map(row => row[index] ?? '');
		return {index, label, meaning: readLabel(label), cells, facts: readColumn(cells)};
	});
}

/** The score of a label that is the name of a field, or an alias. */
export const exactScore = 100;

/** The least score of a label that names a field clearly. */
export const clearScore = 60;

/** Returns how well the label of a column fits a field. */
export function labelScore({meaning}: PlainColumn, field: Field): number {
	return meaning.exact === field ? exactScore : (meaning.scores[field] ?? 0);
}
