import type {ForeignColumn} from '../foreign-column.ts';
import {onlyDescription} from './descriptions.ts';
import {clusterBesideDatabase, databaseInCatalog, databaseWithoutTable, datasets, owners} from './levels.ts';
import {nameBesideTable, namesForPeople, namesWithoutLabel} from './names.ts';
import type {NeighbourRule, Settled} from './rule.ts';

/** The rules about neighbours. The first one that settles a column decides. */
const rules: readonly NeighbourRule[] = [
	clusterBesideDatabase,
	databaseInCatalog,
	databaseWithoutTable,
	datasets,
	owners,
	nameBesideTable,
	namesForPeople,
	namesWithoutLabel,
	onlyDescription,
];

/** Returns the columns whose meaning depends on other columns, by their index. */
export function settleByNeighbours(columns: readonly ForeignColumn[]): ReadonlyMap<number, Settled> {
	const settled = new Map<number, Settled>();
	for (const rule of rules) {
		for (const one of rule(columns)) if (!settled.has(one.column)) settled.set(one.column, one);
	}

	return settled;
}
