import {warehouseResources} from '../../source/kinds/warehouse/resources.ts';
import {ChangeList} from '../../source/plan/changes/change-list.ts';
import {ListedResources} from '../../source/plan/changes/listed-resources.ts';
import type {OpenSide} from '../../source/plan/changes/side.ts';
import type {Plan} from '../../source/plan/plan.ts';
import {buildTree} from '../../source/plan/tree/build-tree.ts';

const {entities} = warehouseResources;
const hidden = new ListedResources(entities);
const changes = new ChangeList(entities);

/** The changes of a plan of which only the counts are used. */
export const withoutChanges: Pick<Plan, 'changes' | 'tree' | 'causes' | 'sides'> = {
	changes,
	causes: [],
	tree: buildTree(changes, hidden.inventory, hidden.inventory),
	sides: {hidden, after: hidden},
};

/** Opens a side without names and values. */
export const openNoSide = (): Promise<OpenSide> =>
	Promise.resolve({nameOf: () => [], fieldsOf: () => [], close: () => Promise.resolve()});

/** The names and values of the snapshot in plans of which only the counts are used. */
export const side = hidden;
