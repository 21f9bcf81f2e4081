import type {ResourceName} from '../../kinds/resources.ts';
import type {Change} from '../../plan/changes/change-list.ts';
import {type ChangedField, changedFields} from '../../plan/changes/changed-fields.ts';
import type {Plan} from '../../plan/plan.ts';

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

/** Returns the name in the catalog of a resource that is renamed. */
export function earlierName({sides}: NamedPlan, {action, entity, before}: Change): ResourceName | undefined {
	return action === 'renamed' ? sides.hidden.nameOf(entity, before) : undefined;
}

/** Returns the fields that a change updates, as far as the earlier values are known. */
export function fieldsOfChange({sides}: NamedPlan, {action, entity, after, before}: Change): readonly ChangedField[] {
	if (sides.values === undefined || (action !== 'updated' && action !== 'retimed')) return [];
	return changedFields(sides.values.fieldsOf(entity, before), sides.after.fieldsOf(entity, after));
}
