import type {Fix} from '../../problem.ts';

/** The fix of a row that is no data. */
export const skipRow: Fix = {kind: 'skip', title: 'skip the row', safe: true};
