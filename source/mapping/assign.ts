import type {Claim} from './claim.ts';

/** Returns the best claims, at most one for each field and one for each column. */
export function assignFields(claims: readonly Claim[]): readonly Claim[] {
	const taken = new Set<string | number>();
	// The sort is stable: of equal claims, the column further left is chosen.
	return claims
		.toSorted((one, other) => other.score - one.score)
		.filter(({field, column}) => {
			if (taken.has(field) || taken.has(column)) return false;
			taken.add(field);
			taken.add(column);
			return true;
		});
}
