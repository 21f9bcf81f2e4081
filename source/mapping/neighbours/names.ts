import type {ForeignColumn} from '../foreign-column.ts';
import {labelScore} from '../plain-column.ts';
import {isPlainName} from '../table-columns.ts';
import {neighbourReasons} from '../texts.ts';
import {contradiction, fitOf} from '../value-fit.ts';
import {clearly, hasRole, type NeighbourRule, settledScore} from './rule.ts';

/** `name` beside `table_name`, or with another value in each row, is not the name of a table. */
export const nameBesideTable: NeighbourRule = columns => {
	const name = columns.find(isPlainName);
	if (name === undefined) return [];
	const others = columns.filter(column => column !== name);
	const table = clearly(others, 'name');
	const column = clearly(others, 'col_name');
	if (column !== undefined) {
		const scores = name.facts.shares.isType > 0.8 ? {col_type: 60} : {col_description: 42};
		if (table !== undefined) return [{column: name.index, scores, reason: neighbourReasons.name(table.label)}];
		const differs = name.facts.filled > 3 && name.facts.distinct === name.facts.filled;
		return differs ? [{column: name.index, scores, reason: neighbourReasons.names(column.label)}] : [];
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
		const further = columns.filter(column => field === 'col_name' && !names.includes(column) && isOtherName(column));
		return [...names, ...further]
			.filter(({facts, meaning}) => meaning.exact === undefined && isForPeople(facts))
			.map(({index}) => ({column: index, scores: {[description]: peopleScore}, reason}));
	});

/** The most letters of names on average. */
const longestName = 25;

/** Without another column of names, short texts that differ in each row of a table are names, whatever their label says. */
export const namesWithoutLabel: NeighbourRule = columns => {
	const mayBeName = (column: ForeignColumn) =>
		labelScore(column, 'col_name') >= leastNameScore ||
		(!column.meaning.isKnown && column.facts.shares.isPlainName > 0.9);
	if (columns.some(mayBeName)) return [];
	const isText = (column: ForeignColumn) => hasRole(column, 'text') || hasRole(column, 'remark');
	const texts = columns.filter(column => isText(column) && column.meaning.exact === undefined);
	const [text, other] = texts;
	if (text === undefined || other !== undefined || text.meaning.roles.has('table')) return [];
	const {facts, runs} = text;
	const isNames = facts.filled > 3 && facts.shares.isText < 0.2 && facts.meanLength < longestName && runs.unique > 0.97;
	return isNames ? [{column: text.index, scores: {col_name: leastNameScore}, reason: neighbourReasons.shortTexts}] : [];
};

/** The least score of a label that may be that of names. */
const leastNameScore = 30;

/** True for the names of something unknown, such as those that another tool shows. */
function isOtherName({meaning, facts, runs}: ForeignColumn): boolean {
	const isNames = meaning.exact === undefined && meaning.roles.has('name') && meaning.roles.size === 1;
	return isNames && runs.unique > 0.8 && facts.shares.isPerson < 0.3;
}

function isForPeople({filled, shares}: ForeignColumn['facts']): boolean {
	return filled > 0 && shares.isInteger < 0.5 && shares.isPlainName < 0.6;
}
