import type {EntityType, ResourceName} from '../kinds/resources.ts';
import type {ChangeList} from './changes/change-list.ts';
import {compareNames} from './compare-names.ts';
import type {Presence} from './comparison.ts';
import type {Inventory} from './inventory.ts';
import {tableColumns} from './table-columns.ts';

/** A database or a schema of which the file has nothing. */
export type GoneGroup = {
	/** `database` or `schema`. */
	readonly level: string;
	readonly name: ResourceName;
	/** The number of its tables that are hidden; 0 if that is unknown. */
	readonly tables: number;
};

/** A table of the file that loses over half of its columns. */
export type ShrunkTable = {
	readonly name: ResourceName;
	readonly hidden: number;
	/** The columns that the catalog shows. */
	readonly shown: number;
};

/** The parts of a catalog that a plan hides as a whole, or for the most part. */
export type HiddenShape = {readonly groups: readonly GoneGroup[]; readonly tables: readonly ShrunkTable[]};

/** A snapshot, and what the catalog shows beside it. */
export type ComparedCatalog = {
	readonly inventory: Inventory;
	readonly listed: {readonly inventory: Inventory; nameOf(entity: EntityType, number: number): ResourceName};
	presenceOf(entity: EntityType, number: number): Presence;
};

/** The minimum number of columns that a table loses: one column can be renamed. */
const minColumns = 2;
/** The names of the levels above tables. */
const levels = ['database', 'schema'] as const;

/** Returns the parts that changes hide. */
export function shapeOf(changes: ChangeList, comparison: ComparedCatalog): HiddenShape {
	return {
		groups: [...goneGroups(changes, comparison), ...gonePages(changes, comparison)],
		tables: shrunkTables(changes, comparison),
	};
}

/** Returns the databases and schemas of hidden tables that the file does not have. */
function goneGroups(changes: ChangeList, {inventory: after, listed}: ComparedCatalog): readonly GoneGroup[] {
	const table = containerType(changes);
	if (table === undefined) return [];
	const before = listed.inventory;
	const kept = new Set(after.groups.flatMap(name => name.map((_, at) => keyOf(name.slice(0, at + 1)))));
	const gone = new Map<string, {readonly name: ResourceName; tables: number}>();
	for (const number of hiddenNumbers(changes, table)) {
		const full = before.groups[before.of(table).groupOf(number)] ?? [];
		const depth = full.findIndex((_, at) => !kept.has(keyOf(full.slice(0, at + 1))));
		if (depth === -1) continue;
		const name = full.slice(0, depth + 1);
		const known = gone.get(keyOf(name));
		if (known === undefined) gone.set(keyOf(name), {name, tables: 1});
		else known.tables++;
	}

	return [...gone.values()]
		.sort((one, other) => compareNames(one.name, other.name))
		.map(group => ({level: levels[group.name.length - 1] ?? 'schema', ...group}));
}

/** Returns the pages of databases and schemas that are hidden themselves. */
function gonePages(changes: ChangeList, {listed}: ComparedCatalog): readonly GoneGroup[] {
	return changes.entities
		.filter(({isGroup}) => isGroup)
		.flatMap(entity =>
			[...hiddenNumbers(changes, entity)].map(number => ({
				level: entity.singular,
				name: listed.nameOf(entity, number),
				tables: 0,
			})),
		);
}

/** Returns the tables that are in the file and lose over half of the columns that the catalog shows, those that lose most first. */
function shrunkTables(changes: ChangeList, comparison: ComparedCatalog): readonly ShrunkTable[] {
	const {inventory: after, listed} = comparison;
	const columns = tableColumns(changes.entities, {after, before: listed.inventory});
	if (columns === undefined) return [];
	const {column, ofOwn, ofOther} = columns;
	/** By number of the table in the snapshot. */
	const losing = new Map<number, {readonly first: number; hidden: number; kept: number}>();
	for (const number of hiddenNumbers(changes, column)) {
		const own = ofOther(number);
		if (own === 0) continue;
		const table = losing.get(own);
		if (table === undefined) losing.set(own, {first: number, hidden: 1, kept: 0});
		else table.hidden++;
	}

	for (const [own, {hidden}] of losing) if (hidden < minColumns) losing.delete(own);
	if (losing.size === 0) return [];
	for (let number = 1; number <= after.of(column).count; number++) {
		const table = losing.get(ofOwn(number));
		if (table !== undefined && comparison.presenceOf(column, number) === 'shown') table.kept++;
	}

	return [...losing.values()]
		.filter(({hidden, kept}) => hidden > kept)
		.map(({first, hidden, kept}) => ({
			name: listed.nameOf(column, first).slice(0, -1),
			hidden,
			shown: hidden + kept,
		}))
		.sort((one, other) => other.hidden - one.hidden || compareNames(one.name, other.name));
}

function containerType({entities}: ChangeList): EntityType | undefined {
	return entities.find(type => entities.some(({container}) => container === type));
}

/** Returns the numbers of the listed resources of a type that are hidden. */
function* hiddenNumbers(changes: ChangeList, entity: EntityType): Generator<number, void, void> {
	for (let at = 0; at < changes.length; at++) {
		const action = changes.actionAt(at);
		if ((action === 'hidden' || action === 'renamed') && changes.entityAt(at) === entity) yield changes.beforeAt(at);
	}
}

function keyOf(name: ResourceName): string {
	return name.join('\u0000');
}
