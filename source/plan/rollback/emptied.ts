import type {ResourceName} from '../../kinds/resources.ts';
import {changedFields} from '../changes/changed-fields.ts';
import type {Plan} from '../plan.ts';

/** The values that a snapshot has empty and the one that was sent last has not. Secoda keeps them: an empty value never overwrites [doc]. */
export type EmptiedValues = {
	readonly pages: number;
	/** The number of pages for each field, in the order in which they were found. */
	readonly fields: ReadonlyArray<{readonly field: string; readonly pages: number}>;
	/** The first of the pages. */
	readonly names: readonly ResourceName[];
};

/** The number of names of pages that are kept. */
export const maxNames = 20;

/** The number of changes after which the search pauses. */
const changesPerStep = 250;

/** Finds the values that an upload would empty. Returns `undefined` if it is not known what was sent last. Yields now and then. */
export function* findEmptied({
	changes,
	sides: {after, values},
}: Pick<Plan, 'changes' | 'sides'>): Generator<undefined, EmptiedValues | undefined, undefined> {
	if (values === undefined) return undefined;
	const fields = new Map<string, number>();
	const names: ResourceName[] = [];
	let pages = 0;
	for (let at = 0; at < changes.length; at++) {
		if (at % changesPerStep === changesPerStep - 1) yield undefined;
		if (changes.actionAt(at) !== 'updated') continue;
		const entity = changes.entityAt(at);
		const number = changes.afterAt(at);
		const emptied = changedFields(values.fieldsOf(entity, changes.beforeAt(at)), after.fieldsOf(entity, number)).filter(
			({after}) => after === undefined,
		);
		if (emptied.length === 0) continue;
		pages++;
		if (names.length < maxNames) names.push(after.nameOf(entity, number));
		for (const {field} of emptied) fields.set(field, (fields.get(field) ?? 0) + 1);
	}

	return {pages, fields: Array.from(fields, ([field, pages]) => ({field, pages})), names};
}
