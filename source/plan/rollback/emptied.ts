import type {ResourceName} from '../../kinds/resources.ts';
import {changedFields} from '../changes/changed-fields.ts';
import type {Plan} from '../plan.ts';

/**
The values that a snapshot has empty, and that Secoda shows, or that were sent last. Secoda keeps them: an empty value never overwrites
[doc].
*/
export type EmptiedValues = {
	readonly pages: number;
	/** The number of pages for each field, in the order in which they were found. */
	readonly fields: ReadonlyArray<{readonly field: string; readonly pages: number}>;
	/** The first of the pages. */
	readonly names: readonly ResourceName[];
	/** False if only descriptions were compared, because it is not known what was sent last. */
	readonly isComplete: boolean;
};

/** The number of names of pages that are kept. */
export const maxNames = 20;

/** The field of a page of any type that Secoda shows. */
const descriptionField = 'description';

/** The number of changes after which the search pauses. */
const changesPerStep = 250;

/** Finds the values that an upload would empty: by what was sent last, and descriptions by what Secoda shows. Yields now and then. */
export function* findEmptied({
	changes,
	sides: {after, values},
	filled,
}: Pick<Plan, 'changes' | 'sides' | 'filled'>): Generator<undefined, EmptiedValues, undefined> {
	const fields = new Map<string, number>();
	const names: ResourceName[] = [];
	let pages = 0;
	let alsoFilled = 0;
	for (let at = 0; at < changes.length && values !== undefined; at++) {
		if (at % changesPerStep === changesPerStep - 1) yield undefined;
		if (changes.actionAt(at) !== 'updated') continue;
		const entity = changes.entityAt(at);
		const number = changes.afterAt(at);
		const emptied = changedFields(values.fieldsOf(entity, changes.beforeAt(at)), after.fieldsOf(entity, number)).filter(
			({after}) => after === undefined,
		);
		if (emptied.length === 0) continue;
		pages++;
		if (filled?.has(entity, number)) alsoFilled++;
		if (names.length < maxNames) names.push(after.nameOf(entity, number));
		for (const {field} of emptied) fields.set(field, (fields.get(field) ?? 0) + 1);
	}

	const others = (filled?.count ?? 0) - alsoFilled;
	if (others > 0) {
		fields.set(descriptionField, (fields.get(descriptionField) ?? 0) + others);
		const known = new Set(names.map(name => name.join('\n')));
		for (const page of filled?.pages ?? []) {
			if (names.length === maxNames) break;
			const name = after.nameOf(page.entity, page.after);
			if (!known.has(name.join('\n'))) names.push(name);
		}
	}

	return {
		pages: pages + others,
		isComplete: values !== undefined,
		fields: Array.from(fields, ([field, pages]) => ({field, pages})),
		names,
	};
}
