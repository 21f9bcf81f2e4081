import type {BranchState} from '../../lineage/walk.ts';

/** The texts of a lineage. */
export const lineageTexts = {
	up: 'Upstream',
	down: 'Downstream',
	nothing: 'none',
	states: {
		shown: '',
		cut: 'more behind it',
		repeated: 'shown above or below',
		cycle: 'cycle',
	} satisfies Record<BranchState, string>,
	external: {table: 'external table', column: 'external column', query: 'query'},
} as const;
