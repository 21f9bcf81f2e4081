import {clearScore, labelScore, type PlainColumn} from './plain-column.ts';
import {noRuns} from './runs.ts';
import {fitOf, isSparse} from './value-fit.ts';

/** The least score of a label of a column that may identify the tables. */
const leastScore = 40;

/** Returns the columns whose values identify the table of each row: by their labels, else by their values. */
export function tableColumns(columns: readonly PlainColumn[]): readonly number[] {
	const name = best(columns, 'name') ?? columnOfBlocks(columns);
	if (name === undefined) return [];
	const outer = (['database', 'schema'] as const).flatMap(field => best(columns, field) ?? []);
	return [...new Set([...outer, name].map(({index}) => index))];
}

function best(columns: readonly PlainColumn[], field: 'database' | 'schema' | 'name'): PlainColumn | undefined {
	let found: PlainColumn | undefined;
	let most = 0;
	for (const column of columns) {
		const label = labelScore(column, field);
		const fit = fitOf(field, column.facts, noRuns);
		if (label < leastScore || fit < -0.5 || label + fit <= most) continue;
		// A column "name" beside "table_name" has the names of columns.
		if (isPlainName(column) && columns.some(other => other !== column && labelScore(other, 'name') >= clearScore))
			continue;
		most = label + fit;
		found = column;
	}

	return found;
}

/** True for the label `name`, which can be that of a table or of a column. */
export function isPlainName({label, meaning}: PlainColumn): boolean {
	return meaning.exact === 'name' && label.trim().toLowerCase() === 'name';
}

/** Returns the column without a known label whose names form blocks of rows, the shortest if there are several. */
function columnOfBlocks(columns: readonly PlainColumn[]): PlainColumn | undefined {
	return columns
		.filter(({meaning, facts}) => {
			const isUnknown = meaning.exact === undefined && !meaning.isKnown;
			return isUnknown && facts.distinct > 1 && fitOf('name', facts, noRuns) > 0.5 && isBlocks(facts);
		})
		.toSorted((one, other) => other.facts.distinct - one.facts.distinct)[0];
}

function isBlocks(facts: PlainColumn['facts']): boolean {
	return isSparse(facts) || (facts.blocks === facts.distinct && facts.filled >= facts.distinct * 1.5);
}
