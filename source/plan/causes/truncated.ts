import type {EntityType} from '../../kinds/resources.ts';
import {tableTypes} from '../renames/find-renames.ts';
import type {CauseInput, FindCauses} from './cause-input.ts';
import type {Claims} from './claims.ts';

/** The share of the last file that must be missing, in percent, if no table ends in the middle. */
export const fewestMissing = 10;

/** The place where a file ends in the last one, in the order of the last one. */
type Cut = {
	/** The last resource of the file that was in the last one. */
	readonly last: {readonly entity: EntityType; readonly number: number; readonly offset: number};
	readonly kept: number;
	/** The first and all hidden resources, by their numbers in the baseline. */
	readonly first: {readonly entity: EntityType; readonly number: number};
	readonly hidden: ReadonlyArray<{readonly entity: EntityType; readonly before: number}>;
};

/** Finds a file that ends too early: all that the last one had after its end is hidden, and nothing else is. */
export const findTruncation: FindCauses = (input, claims) => {
	const cut = findCut(input, claims);
	if (cut === undefined || !isInTheMiddle(input, cut)) return [];
	const fragments = fragmentsOf(input, claims);
	if (fragments === undefined) return [];
	const claim = claims.start();
	for (const {entity, before} of cut.hidden) claim.addHidden(entity, before);
	for (const {entity, number} of fragments) claim.addCreated(entity, number);
	const {entity, number} = cut.last;
	return [{kind: 'truncated', last: input.after.side.nameOf(entity, number), explained: claim.explained, fix: []}];
};

function findCut({after, before, values}: CauseInput, claims: Claims): Cut | undefined {
	if (values === undefined) return undefined;
	let last: Cut['last'] | undefined;
	let first: (Cut['first'] & {readonly offset: number}) | undefined;
	let kept = 0;
	const hidden: Array<Cut['hidden'][number]> = [];
	for (const entity of claims.entities) {
		if (!values.entities.includes(entity) || !values.pageTypes.includes(entity)) continue;
		const index = values.of(entity);
		const later = after.inventory.of(entity);
		for (let number = 1, guess = 1; number <= index.count; number++) {
			const offset = index.offsetOf(number);
			const own = later.findOf(index, number, guess);
			if (own !== 0) {
				guess = own + 1;
				if (!claims.isKept(entity, own)) continue;
				kept++;
				// The types come from the outermost one: of several at the same offset, the last one is meant.
				if (last === undefined || offset >= last.offset) last = {entity, number: own, offset};
				continue;
			}

			const other = before.inventory.find(entity, index.keyOf(number));
			if (!claims.isHidden(entity, other)) continue;
			hidden.push({entity, before: other});
			if (first === undefined || offset <= first.offset) first = {entity, number, offset};
		}
	}

	if (last === undefined || first === undefined || first.offset <= last.offset) return undefined;
	return {last, kept, first, hidden};
}

/** True if the end is in a table that others followed, or in a schema or a list of which much is missing. */
function isInTheMiddle({values, after, changes}: CauseInput, {last, kept, first, hidden}: Cut): boolean {
	if (values === undefined) return false;
	const isMuch = hidden.length >= 2 && (100 * hidden.length) / (kept + hidden.length) >= fewestMissing;
	const types = tableTypes(changes.entities);
	if (types === undefined) return isMuch;
	const {table, column} = types;
	if (last.entity !== column || first.entity !== column) return false;
	const tableKey = values.of(table).keyOf(values.of(column).parentOf(first.number));
	const lastTable = after.inventory.of(column).parentOf(last.number);
	const hiddenTables = hidden.filter(({entity}) => entity === table).length;
	if (after.inventory.find(table, tableKey) === lastTable) return hiddenTables > 0;
	const group = values.groups[values.of(table).groupOf(values.of(column).parentOf(first.number))] ?? [];
	const lastGroup = after.inventory.groups[after.inventory.of(table).groupOf(lastTable)] ?? [];
	return hiddenTables >= 2 && isMuch && group.join('\u0000') === lastGroup.join('\u0000');
}

/** Returns the created resources of the last record, whose names may be cut; `undefined` if others are created too. */
export function fragmentsOf(
	{after}: CauseInput,
	claims: Claims,
): ReadonlyArray<{entity: EntityType; number: number}> | undefined {
	const {inventory} = after;
	const last = Math.max(
		...inventory.pageTypes.map(entity => inventory.of(entity)).map(index => index.offsetOf(index.count)),
	);
	const created = inventory.pageTypes.flatMap(entity => claims.createdOf(entity).map(number => ({entity, number})));
	return created.every(({entity, number}) => inventory.of(entity).offsetOf(number) === last) ? created : undefined;
}
