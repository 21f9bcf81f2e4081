import {foldLabel} from '../../kinds/header.ts';
import {neighbourReasons} from '../texts.ts';
import {clearly, hasRole, type NeighbourRule, settledScore} from './rule.ts';

/** A `description` is that of the column, unless there is another or its values show that it is the table's. */
export const onlyDescription: NeighbourRule = columns => {
	const description = columns.find(({label}) => foldLabel(label) === 'description');
	if (description === undefined) return [];
	const others = columns.filter(column => column !== description);
	const settle = (reason: string) => [
		// More than the score of a comment, which is a known label too.
		{column: description.index, scores: {col_description: settledScore + 10}, reason},
	];
	const table = clearly(others, 'description');
	if (others.some(column => hasRole(column, 'column') && hasRole(column, 'text'))) {
		return table === undefined ? [] : [{column: description.index, scores: {}, reason: ''}];
	}

	if (table !== undefined) return settle(neighbourReasons.description(table.label));
	const {comparable, constant} = description.runs;
	if (comparable > 0 && constant < 0.5) return settle(neighbourReasons.differentTexts);
	// The same words for most tables describe none of them.
	const isTables = comparable > 0 && constant > 0.9 && description.facts.distinct * 2 > description.tables;
	// Who writes Secoda's own labels means its field.
	const isSecodas = others.some(({label}) => foldLabel(label) === 'col_name');
	if (isSecodas || isTables || clearly(others, 'col_description') !== undefined) return [];
	return settle(neighbourReasons.onlyDescription);
};
