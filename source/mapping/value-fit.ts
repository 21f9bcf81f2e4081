import type {Field} from '../kinds/warehouse/field.ts';
import type {ColumnFacts} from './column-facts.ts';
import type {RunFacts} from './runs.ts';

/** From -1, where the values cannot be of the field, to 1, where they are what the field usually has. */
type Fit = (facts: ColumnFacts, runs: RunFacts) => number;

/** How well values fit each field. */
const fits: {readonly [F in Field]: Fit} = {
	col_name({shares, meanLength, distinct, filled}, {unique}) {
		if (shares.isNumber > 0.5 || (shares.isText > 0.7 && meanLength > 35)) return -1;
		if (shares.isBoolean > 0.8 && distinct < 4 && filled > 3) return -1;
		if (shares.isType > 0.8 && distinct < filled * 0.6) return -1;
		const uniqueness = unique > 0.97 ? 0.4 : unique > 0.85 ? 0.2 : unique > 0.6 ? -0.2 : -0.8;
		return uniqueness + (shares.isText > 0.3 ? -0.4 : 0) + (shares.isIdentifier > 0.8 ? 0.3 : 0);
	},
	col_description({shares, meanLength, distinct, filled}, {comparable, constant}) {
		if (Math.max(shares.isNumber, shares.isTypeWord, shares.isTime, shares.isTableType) > 0.8) return -1;
		if (shares.isBoolean > 0.8 && filled > 3) return -1;
		const words = shares.isText > 0.2 ? 0.5 : meanLength > 15 ? 0.2 : 0;
		const isTables = comparable > 1 && constant > 0.8 && distinct * 2 > comparable;
		return words - (isTables ? 0.6 : 0) - (distinct < 4 && filled > 7 ? 0.4 : 0);
	},
	col_type({shares, distinct, filled}) {
		if (Math.max(shares.isText, shares.isInteger, shares.isBoolean, shares.isTableType) > 0.8) return -1;
		if (shares.isTypeWord === 0 && shares.isText > 0.5) return -1;
		if (shares.isTypeWord > 0.6) return 0.8;
		if (shares.isTypeWord > 0.3) return 0.4;
		return distinct === filled && filled > 3 ? -0.6 : -0.1;
	},
	sort_order({shares}, {ascending, comparable, unique}) {
		if (comparable > 0 && unique < 0.6) return -1;
		return shares.isInteger > 0.9 ? 0.4 + (ascending > 0.8 ? 0.4 : 0) : -1;
	},
	database: outerLevel,
	schema: outerLevel,
	name(facts) {
		const {shares, distinct, filled, blocks, rows} = facts;
		if (isNoName(facts)) return -1;
		const names = shares.isIdentifier > 0.8 ? 0.2 : 0;
		if (isSparse(facts)) return names + (blocks === distinct ? 0.4 : 0);
		if (distinct === filled && rows > 3) return -0.8;
		if (distinct === 1) return names + 0.1;
		return names + (blocks === distinct ? 0.5 : blocks < distinct * 1.3 ? 0.3 : -0.3);
	},
	description({shares, meanLength}, {comparable, constant}) {
		if (Math.max(shares.isNumber, shares.isTypeWord, shares.isTime, shares.isTableType) > 0.8) return -1;
		const words = shares.isText > 0.2 || meanLength > 15 ? 0.3 : 0;
		if (comparable === 0) return words;
		return constant > 0.9 ? words + 0.4 : constant < 0.5 ? -1 : words - 0.3;
	},
	is_view({shares, filled}, {comparable, constant}) {
		if (filled > 0 && comparable > 0 && constant < 0.8) return -1;
		return shares.isTableType > 0.8 ? 0.6 : shares.isBoolean > 0.9 ? 0.3 : -1;
	},
	last_updated_time({shares}, {comparable, constant}) {
		if (comparable > 0 && constant < 0.8) return -1;
		return shares.isTime > 0.8 ? 0.5 : -1;
	},
};

function outerLevel(facts: ColumnFacts): number {
	const {shares, distinct, filled, blocks} = facts;
	if (isNoName(facts) || shares.isPerson > 0.3) return -1;
	if (distinct === filled && filled > 3 && !isSparse(facts)) return -0.8;
	return (shares.isIdentifier < 0.5 ? -0.4 : 0.2) + (blocks <= distinct * 1.3 ? 0.2 : 0);
}

function isNoName({shares, meanLength}: ColumnFacts): boolean {
	if (shares.isText > 0.4 && meanLength > 30) return true;
	return Math.max(shares.isNumber, shares.isTableType) > 0.6 || shares.isBoolean > 0.9;
}

/** True for a column with a value only where it changes, as with merged cells. */
export function isSparse({filled, rows, isFirstFilled}: ColumnFacts): boolean {
	return isFirstFilled && filled < rows * 0.7;
}

/** Returns how well the values of a column fit a field; 0 for an empty column. */
export function fitOf(field: Field, facts: ColumnFacts, runs: RunFacts): number {
	return facts.filled === 0 ? 0 : fits[field](facts, runs);
}

/** A fit from which on values contradict a label. */
export const contradiction = -0.7;
