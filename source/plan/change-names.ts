import type {ResourceName} from '../kinds/resources.ts';
import type {Change} from './changes/change-list.ts';
import type {Plan} from './plan.ts';

/** The parts of a plan that name its resources. */
export type NamedPlan = Pick<Plan, 'sides'>;

/** Returns the name of a changed resource as it is in the file; that in the catalog if it is hidden. */
export function nameOfChange({sides}: NamedPlan, {entity, after, before}: Omit<Change, 'action'>): ResourceName {
	return after > 0 ? sides.after.nameOf(entity, after) : sides.hidden.nameOf(entity, before);
}

/** Returns the name of a node; none for the heading of a type, which keeps its place. */
export function nameOfNode(plan: NamedPlan & Pick<Plan, 'tree'>, node: number): ResourceName {
	const shown = plan.tree.at(node);
	switch (shown.kind) {
		case 'group':
			return shown.name;
		case 'type':
			return [];
		case 'resource':
			return nameOfChange(plan, shown);
	}
}
