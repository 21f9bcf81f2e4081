import type {ForeignColumn} from '../foreign-column.ts';
import {labelScore} from '../plain-column.ts';
import {isPlainName} from '../table-columns.ts';
import {neighbourReasons} from '../texts.ts';
import {contradiction, fitOf} from '../value-fit.ts';
import {clearly, type NeighbourRule, settledScore} from './rule.ts';

/** `name` beside `table_name`, or with another value in each row, is not the name of a table. */
export const nameBesideTable: NeighbourRule = columns => {
	const name = columns.find(isPlainName);
	if (name === undefined) return [];
	const others = columns.filter(column => column !== name);
	const table = clearly(others, 'name');
	if (clearly(others, 'col_name') !== undefined) {
		const scores = name.facts.shares.isType > 0.8 ? {col_type: 60} : {col_description: 42};
		return table === undefined ? [] : [{column: name.index, scores, reason: neighbourReasons.name(table.label)}];
	}

	if (table !== undefined) {
		return [{column: name.index, scores: {col_name: settledScore}, reason: neighbourReasons.name(table.label)}];
	}

	const {distinct, filled} = name.facts;
	if (distinct < filled || filled < 2) return [];
	return [{column: name.index, scores: {col_name: 75}, reason: neighbourReasons.differentNames}];
};

/** The least score of a label that may be that of names. */
const nameScore = 50;

/** The score of a name for people as a description. */
const peopleScore = 46;

/** The fields of names, and of their descriptions. */
const named = [
	['col_name', 'col_description'],
	['name', 'description'],
] as const;

/** Of two names, the one with spaces or letters of another script describes the other. */
export const namesForPeople: NeighbourRule = columns =>
	named.flatMap(([field, description]) => {
		const names = columns.filter(column => labelScore(column, field) >= nameScore);
		const machine = names.find(
			({facts, runs}) => facts.shares.isPlainName > 0.9 && fitOf(field, facts, runs) >= contradiction,
		);
		if (machine === undefined) return [];
		const reason = neighbourReasons.names(machine.label);
		return names
			.filter(({facts, meaning}) => meaning.exact === undefined && isForPeople(facts))
			.map(({index}) => ({column: index, scores: {[description]: peopleScore}, reason}));
	});

function isForPeople({filled, shares}: ForeignColumn['facts']): boolean {
	return filled > 0 && shares.isInteger < 0.5 && shares.isPlainName < 0.6;
}
