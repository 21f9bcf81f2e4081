import type {EntityType} from '../../kinds/resources.ts';
import type {ChangeList} from '../changes/change-list.ts';
import type {ListedPlaces} from '../changes/listed-places.ts';
import type {ResourceSide} from '../changes/side.ts';
import type {Inventory} from '../inventory.ts';
import type {TableTypes} from '../renames/table-pairs.ts';
import type {Cause} from './cause.ts';
import type {ClaimedResources, Claims} from './claims.ts';

/** Resources, and their names. */
export type NamedInventory = {readonly inventory: Inventory; readonly side: ResourceSide};

/** The facts about a plan from which its causes are found. */
export type CauseInput = {
	/** The changes, with renamed resources. */
	readonly changes: ChangeList;
	/** The snapshot. */
	readonly after: NamedInventory;
	/** The resources that the catalog shows and the snapshot does not have. */
	readonly before: NamedInventory;
	/** The snapshot that was sent last; `undefined` if it is not known. */
	readonly values: Inventory | undefined;
	/** The places of columns in the catalog; absent if it was not read. */
	readonly places?: ListedPlaces | undefined;
	/** The kind of the last upload to the integration, if it is another one. */
	readonly earlierKind?: string | undefined;
};

/** The same for causes about tables. */
export type TableInput = CauseInput & TableTypes;

/** Finds causes of one kind among the resources that no other cause explains. */
export type FindCauses<Input extends CauseInput = CauseInput> = (input: Input, claims: Claims) => readonly Cause[];

/** The claim of the cause of each table; tables without one have none. */
export type TableClaims = {
	readonly hidden: ReadonlyMap<number, ClaimedResources>;
	readonly created: ReadonlyMap<number, ClaimedResources>;
};

/** Claims tables with all their columns. */
export function claimTables({table, column, after, before}: TableInput, {hidden, created}: TableClaims): void {
	for (const [number, claim] of hidden) claim.addHidden(table, number);
	for (const [number, claim] of created) claim.addCreated(table, number);
	const [own, others] = [after.inventory.of(column), before.inventory.of(column)];
	if (hidden.size > 0) {
		for (let number = 1; number <= others.count; number++)
			hidden.get(others.parentOf(number))?.addHidden(column, number);
	}

	if (created.size > 0) {
		for (let number = 1; number <= own.count; number++) created.get(own.parentOf(number))?.addCreated(column, number);
	}
}

/** Claims renamed tables, by their number in the snapshot, with the columns that are renamed with them. */
export function claimRenamed(
	{changes, table, column, after}: TableInput,
	claims: ReadonlyMap<number, ClaimedResources>,
): void {
	const own = after.inventory.of(column);
	for (let at = 0; at < changes.length; at++) {
		if (changes.actionAt(at) !== 'renamed') continue;
		const entity = changes.entityAt(at);
		const number = changes.afterAt(at);
		const claim = claims.get(entity === table ? number : entity === column ? own.parentOf(number) : 0);
		claim?.addHidden(entity, changes.beforeAt(at));
		claim?.addCreated(entity, number);
	}
}

/** Returns the renamed resources of a type by their numbers. */
export function renamedOf(
	{changes}: CauseInput,
	entity: EntityType,
): ReadonlyArray<{readonly after: number; readonly before: number}> {
	return Array.from({length: changes.length}, (_, at) => at)
		.filter(at => changes.actionAt(at) === 'renamed' && changes.entityAt(at) === entity)
		.map(at => ({after: changes.afterAt(at), before: changes.beforeAt(at)}));
}
