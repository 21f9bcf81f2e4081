import type {FindCauses} from './cause-input.ts';

/** Finds that the last upload was of another kind: then all pages may be new ones. */
export const findOtherKind: FindCauses = ({earlierKind}, claims) => {
	if (earlierKind === undefined) return [];
	const claim = claims.start().addAll();
	if (claim.size === 0) return [];
	return [{kind: 'other-kind', earlier: earlierKind, explained: claim.explained, fix: []}];
};

/** Finds that the file has no resources. */
export const findEmptyFile: FindCauses = ({after: {inventory}}, claims) => {
	if (inventory.entities.some(entity => inventory.of(entity).count > 0)) return [];
	const claim = claims.start().addAll();
	return claim.size === 0 ? [] : [{kind: 'empty', explained: claim.explained, fix: []}];
};

/** Finds types of which the file has no resource. */
export const findGoneTypes: FindCauses = ({after: {inventory}}, claims) =>
	claims.entities
		.filter(entity => inventory.pageTypes.includes(entity) && inventory.of(entity).count === 0)
		.flatMap(entity => {
			const claim = claims.start();
			for (const number of claims.hiddenOf(entity)) claim.addHidden(entity, number);
			return claim.size === 0 ? [] : [{kind: 'type-gone' as const, explained: claim.explained, fix: []}];
		});

/** Finds that the file has less than half of what the catalog shows, and that no other cause explains most of that. */
export const findFewerRows: FindCauses = ({changes, after: {inventory}}, claims) => {
	const counts = claims.entities
		.filter(entity => inventory.pageTypes.includes(entity))
		.map(entity => {
			const {hidden, created, revived} = changes.counts(entity);
			const inFile = inventory.of(entity).count;
			// A renamed resource is in both.
			return {entity, inFile, shown: hidden + inFile - created - revived};
		})
		.toSorted((one, other) => other.shown - one.shown);
	const [largest] = counts;
	if (largest === undefined) return [];
	const {entity, inFile, shown} = largest;
	if (2 * claims.hiddenOf(entity).length <= shown || 2 * inFile >= shown) return [];
	const claim = claims.start();
	for (const {entity: type} of counts) for (const number of claims.hiddenOf(type)) claim.addHidden(type, number);
	return [
		{
			kind: 'fewer',
			inFile: {entity, count: inFile},
			inCatalog: {entity, count: shown},
			explained: claim.explained,
			fix: [],
		},
	];
};
