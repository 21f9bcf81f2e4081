import {datePattern} from '../../kinds/keys/name-hashes.ts';
import type {ResourceName} from '../../kinds/resources.ts';
import {compareNames} from '../compare-names.ts';
import type {Inventory} from '../inventory.ts';
import {claimTables, type FindCauses, type TableInput} from './cause-input.ts';
import {mostSamples} from './container-gone.ts';

/** Tables of one schema whose names differ only in a date. */
type Family = {readonly hidden: number[]; readonly created: number[]; kept: number};

/** Finds hidden tables whose names differ only in a date from those of tables in the file. */
export const findDateShards: FindCauses<TableInput> = (input, claims) => {
	const {table, after, before} = input;
	const families = new Map<string, Family>();
	const familyOf = (inventory: Inventory, number: number): Family | undefined => {
		const index = inventory.of(table);
		const {pattern} = index.namesOf(number);
		if (pattern === 0) return undefined;
		const key = [pattern, ...(inventory.groups[index.groupOf(number)] ?? [])].join('\u0000').toLowerCase();
		const family = families.get(key) ?? {hidden: [], created: [], kept: 0};
		families.set(key, family);
		return family;
	};
	for (const number of claims.hiddenOf(table)) familyOf(before.inventory, number)?.hidden.push(number);
	if (families.size === 0) return [];
	const {count} = after.inventory.of(table);
	for (let number = 1; number <= count; number++) {
		if (claims.isCreated(table, number)) familyOf(after.inventory, number)?.created.push(number);
		else if (claims.isKept(table, number)) addKept(familyOf(after.inventory, number));
	}

	const found = [...families.values()].filter(
		({hidden, created, kept}) => hidden.length > 0 && created.length + kept > 0,
	);
	if (found.length === 0) return [];
	const claim = claims.start();
	const claimed = (numbers: readonly number[]) => new Map(numbers.map(number => [number, claim]));
	claimTables(input, {
		hidden: claimed(found.flatMap(({hidden}) => hidden)),
		created: claimed(found.flatMap(({created}) => created)),
	});
	const names = found
		.slice(0, mostSamples)
		.flatMap(({hidden: [first]}) => (first === undefined ? [] : [patternOf(before.side.nameOf(table, first))]))
		.toSorted(compareNames);
	return [{kind: 'date-shards', count: found.length, names, explained: claim.explained, fix: []}];
};

function addKept(family: Family | undefined): void {
	if (family !== undefined) family.kept++;
}

function patternOf(name: ResourceName): ResourceName {
	const last = name.at(-1) ?? '';
	return name.with(-1, datePattern(last) ?? last);
}
