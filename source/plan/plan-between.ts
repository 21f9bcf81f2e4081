import type {EntityType} from '../kinds/resources.ts';
import {betweenInventories, diff} from './changes/diff.ts';
import type {ResourceSide} from './changes/side.ts';
import {countsOf} from './counts.ts';
import {explainChanges} from './explain-changes.ts';
import type {Inventory} from './inventory.ts';
import type {Plan} from './plan.ts';
import {planId} from './plan-id.ts';
import {type ComparedCatalog, shapeOf} from './shape.ts';
import {buildTree} from './tree/build-tree.ts';

/** One of two files that are compared. */
export type PlannedFile = {readonly inventory: Inventory; readonly side: ResourceSide};

/**
Returns the changes from one file to another, as if the catalog showed the earlier one. Edges are among the changes. No upload has the
id of such a plan.
*/
export function planBetween(after: PlannedFile, before: PlannedFile, kind: string): Plan {
	const found = diff(betweenInventories(after.inventory, before.inventory));
	const {changes, causes} = explainChanges(found, {after, before, values: before.inventory});
	const inventories = {after: after.inventory, before: before.inventory};
	const pages = after.inventory.pageTypes.filter(entity => changes.entities.includes(entity));
	const created = new Map(pages.map(entity => [entity, found.counts(entity).created]));
	const inFile = (entity: EntityType) => after.inventory.of(entity).count;
	const createdOf = (entity: EntityType) => created.get(entity) ?? 0;
	return {
		id: planId({host: '', integration: '', kind}, changes, inventories),
		entities: after.inventory.pageTypes,
		file: countsOf(after.inventory.entities, inFile),
		catalog: countsOf(changes.entities, entity => before.inventory.of(entity).count),
		created: countsOf(pages, createdOf),
		kept: countsOf(pages, entity => inFile(entity) - createdOf(entity)),
		hidden: countsOf(pages, entity => found.counts(entity).hidden),
		changes,
		tree: buildTree(changes, after.inventory, before.inventory),
		causes,
		shape: shapeOf(changes, shownBy(after, before)),
		sides: {after: after.side, hidden: before.side, values: before.side},
	};
}

/** Returns a snapshot beside a catalog that shows another one. */
function shownBy({inventory}: PlannedFile, before: PlannedFile): ComparedCatalog {
	return {
		inventory,
		listed: {inventory: before.inventory, nameOf: (entity, number) => before.side.nameOf(entity, number)},
		presenceOf(entity, number) {
			return before.inventory.of(entity).findOf(inventory.of(entity), number, number) === 0 ? 'absent' : 'shown';
		},
	};
}
