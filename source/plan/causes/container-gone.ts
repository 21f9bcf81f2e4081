import type {ResourceName} from '../../kinds/resources.ts';
import {compareNames} from '../compare-names.ts';
import type {Cause, NameLevel} from './cause.ts';
import {claimTables, type FindCauses, type TableInput} from './cause-input.ts';

/** The number of names that a cause has as samples. */
export const mostSamples = 20;

/** Finds databases and schemas of which the file has no table. */
export const findGoneContainers: FindCauses<TableInput> = (input, claims) => {
	const {table, after, before} = input;
	const databases = new Set(after.inventory.groups.map(([database]) => database));
	const groups = new Set(after.inventory.groups.map(keyOf));
	const gone: Record<NameLevel, {readonly names: Map<string, ResourceName>; readonly tables: number[]}> = {
		database: {names: new Map(), tables: []},
		schema: {names: new Map(), tables: []},
	};
	for (const number of claims.hiddenOf(table)) {
		const name = before.inventory.groups[before.inventory.of(table).groupOf(number)] ?? [];
		if (groups.has(keyOf(name))) continue;
		const level = databases.has(name[0]) ? 'schema' : 'database';
		const container = level === 'schema' ? name : name.slice(0, 1);
		gone[level].names.set(keyOf(container), container);
		gone[level].tables.push(number);
	}

	return (['database', 'schema'] as const).flatMap((container): readonly Cause[] => {
		const {names, tables} = gone[container];
		if (tables.length === 0) return [];
		const claim = claims.start();
		claimTables(input, {hidden: new Map(tables.map(number => [number, claim])), created: new Map()});
		const samples = [...names.values()].toSorted(compareNames).slice(0, mostSamples);
		return [
			{kind: 'container-gone', container, count: names.size, names: samples, explained: claim.explained, fix: []},
		];
	});
};

function keyOf(name: ResourceName): string {
	return name.join('\u0000');
}
