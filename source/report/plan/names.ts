import type {ResourceName} from '../../kinds/resources.ts';
import type {NamedPlan} from '../../plan/change-names.ts';
import type {Change} from '../../plan/changes/change-list.ts';
import {type ChangedField, changedFields} from '../../plan/changes/changed-fields.ts';

/** Returns the name in the catalog of a resource that is renamed. */
export function earlierName({sides}: NamedPlan, {action, entity, before}: Change): ResourceName | undefined {
	return action === 'renamed' ? sides.hidden.nameOf(entity, before) : undefined;
}

/** Returns the fields that a change updates, as far as the earlier values are known. */
export function fieldsOfChange({sides}: NamedPlan, {action, entity, after, before}: Change): readonly ChangedField[] {
	if (sides.values === undefined || (action !== 'updated' && action !== 'retimed')) return [];
	return changedFields(sides.values.fieldsOf(entity, before), sides.after.fieldsOf(entity, after));
}
