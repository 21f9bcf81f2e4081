import type {ReadOptions} from '../../session/read-options.ts';
import {withColumns} from '../target.ts';
import {type MapOption, type MapOptions, noMap, type SetOption} from './options.ts';

/** How `fix` takes --map and --set. */
export type FixPlan = {
	/** `own`: they change the header and cells of the file. `canonical`: a recipe makes other rows, and they are parts of it. */
	readonly form: 'own' | 'canonical';
	readonly reading: ReadOptions;
	readonly map: readonly MapOption[];
	readonly set: readonly SetOption[];
};

/** Returns how to read a file; `reading` has the options other than --map and --set. */
export function planFix(
	reading: ReadOptions,
	{map = noMap, set}: {readonly map?: MapOptions | undefined; readonly set: readonly SetOption[]},
): FixPlan {
	if (reading.rows === undefined && reading.proposal === undefined)
		return {form: 'own', reading, map: map.columns, set};
	return {form: 'canonical', reading: withColumns(reading, map, set), map: [], set: []};
}
