import type {Obstacle} from '../../mapping/obstacles.ts';
import {visible} from '../../text/visible.ts';

/** The most names that a text lists. */
const mostNames = 4;

/** Returns the text of an obstacle: the problem, and what to do. It is final if no command makes a right file. */
export function obstacleText(
	obstacle: Obstacle,
	headerRow: number,
): {readonly problem: string; readonly action: string; readonly isFinal: boolean} {
	switch (obstacle.code) {
		case 'no-header':
			return {
				problem: `Row ${headerRow} looks like data, not like a header.`,
				action: `Add a row with labels above it, such as ${visible(obstacle.labels.join(','))}`,
				isFinal: true,
			};
		case 'table-titles':
			return {
				problem: `Each table has a header of its own, with its name in a title: ${namesOf(obstacle.titles)}.`,
				action: 'Add a column with the name of the table to each row, or make a file for each table.',
				isFinal: true,
			};
		case 'column-lists':
			return {
				problem: `A cell of "${visible(obstacle.label)}" lists several columns. Secoda needs a row for each.`,
				action: 'Split the lists into rows.',
				isFinal: true,
			};
		case 'unknown-labels':
			return {
				problem: 'No label is known, so the columns are proposed by their values.',
				action: `If row ${headerRow} is data, add a row with labels above it.`,
				isFinal: false,
			};
		default:
			return obstacle satisfies never;
	}
}

function namesOf(titles: readonly string[]): string {
	const named = titles.slice(0, mostNames).map(title => `"${visible(title)}"`);
	return `${named.join(', ')}${titles.length > mostNames ? ', ...' : ''}`;
}
