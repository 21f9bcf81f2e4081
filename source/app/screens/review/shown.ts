import type {UndoStep} from '../../../records/undo-step.ts';
import type {RowFilter} from '../../../session/rows/filter-language.ts';
import type {ListedRows} from '../../../session/rows/row-list.ts';
import type {SearchOrder} from '../../../session/rows/search.ts';

/** The user's choice of rows. */
export type RowChoice = {
	/** The filter as typed; empty for none. */
	readonly text: string;
	readonly filter: RowFilter;
	readonly problemsOnly: boolean;
};

/** The rows that the grid shows. */
export type ShownRows =
	| {readonly kind: 'all'}
	| {
			readonly kind: 'some';
			readonly choice: RowChoice;
			readonly list: ListedRows;
			/** The filter is still running, is done, or was stopped. */
			readonly progress: 'growing' | 'whole' | 'stopped';
			/** The grid line of the selected row before the filter, until the row has its place in the list. */
			readonly line?: number | undefined;
			/** The undo steps since the filter was applied, after which some rows may no longer match. */
			readonly steps: readonly UndoStep[];
			/** The number of rows that no longer match. */
			readonly stale: number;
	  };

/** A scan of all rows in the background. */
export type BackgroundWork =
	| {
			readonly kind: 'filter';
			readonly choice: RowChoice;
			readonly part: number;
			/** The grid line of the selected row at the start. */
			readonly line: number;
	  }
	| {
			readonly kind: 'search';
			readonly text: string;
			readonly part: number;
			/** Further searches, for which keys were pressed meanwhile. */
			readonly queued: readonly SearchOrder[];
	  };
