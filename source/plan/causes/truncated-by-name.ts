import type {ResourceName} from '../../kinds/resources.ts';
import {compareNames} from '../compare-names.ts';
import type {FindCauses, TableInput} from './cause-input.ts';
import type {Claims} from './claims.ts';
import {fewestMissing, fragmentsOf} from './truncated.ts';

/**
Finds a file that ends too early where the last one is not known: in a file in the order of names, all that is hidden follows its last
table.
*/
export const findTruncationByName: FindCauses<TableInput> = (input, claims) => {
	const {table, column, after, before, values} = input;
	const last = lastKept(input, claims);
	if (values !== undefined || last === 0 || !areInOrder(after.inventory.groups.slice(1))) return [];
	const lastTable = after.inventory.of(column).parentOf(last);
	const name = after.side.nameOf(table, lastTable);
	const hidden = claims.hiddenOf(table).map(number => before.side.nameOf(table, number));
	if (hidden.length === 0 || !hidden.every(other => compareNames(name, other) < 0)) return [];
	const partial = columnsOfKeptTables(input, claims);
	const sameTable = (number: number) =>
		after.inventory.find(table, before.inventory.of(table).keyOf(before.inventory.of(column).parentOf(number))) ===
		lastTable;
	if (!partial.every(sameTable)) return [];
	if (partial.length === 0 && !isMuchOfSchema(name, hidden, after.inventory.of(table).count)) return [];
	const fragments = fragmentsOf(input, claims);
	if (fragments === undefined) return [];
	const claim = claims.start();
	for (const entity of [table, column]) for (const number of claims.hiddenOf(entity)) claim.addHidden(entity, number);
	for (const {entity, number} of fragments) claim.addCreated(entity, number);
	return [{kind: 'truncated', last: after.side.nameOf(column, last), explained: claim.explained, fix: []}];
};

/** Returns the number of the last column of the file that the catalog shows; 0 without one. */
function lastKept({column, after}: TableInput, claims: Claims): number {
	let number = after.inventory.of(column).count;
	while (number > 0 && !claims.isKept(column, number)) number--;
	return number;
}

function areInOrder(names: readonly ResourceName[]): boolean {
	return names.every((name, at) => compareNames(names[at - 1] ?? [], name) <= 0);
}

/** Returns those hidden columns whose tables are not hidden. */
function columnsOfKeptTables({table, column, before}: TableInput, claims: Claims): readonly number[] {
	const index = before.inventory.of(column);
	return claims.hiddenOf(column).filter(number => !claims.isHidden(table, index.parentOf(number)));
}

/** True if the schema of the last table has hidden tables too, and much is missing. */
function isMuchOfSchema(last: ResourceName, hidden: readonly ResourceName[], kept: number): boolean {
	const schema = last.slice(0, -1).join('\u0000');
	const share = (100 * hidden.length) / (kept + hidden.length);
	return (
		hidden.length >= 2 && share >= fewestMissing && hidden.some(name => name.slice(0, -1).join('\u0000') === schema)
	);
}
