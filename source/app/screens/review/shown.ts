import type {UndoStep} from '../../../records/overlay.ts';
import type {RowFilter} from '../../../session/rows/filter-language.ts';
import type {ListedRows} from '../../../session/rows/row-list.ts';

/** Which rows a person wants to see. */
export type RowChoice = {
	/** The filter as it was typed; empty for none. */
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
			/** The rows are still being found, are all there are, or the search for them was stopped. */
			readonly progress: 'growing' | 'whole' | 'stopped';
			/** The line of the grid on which the cursor's row was, until it has its place in the list. */
			readonly line?: number | undefined;
			/** The steps since the rows were chosen: some rows may no longer match. */
			readonly steps: readonly UndoStep[];
			/** How many rows no longer match. */
			readonly stale: number;
	  };

/** Work on all rows that goes on in the background until it is stopped. */
export type BackgroundWork =
	| {
			readonly kind: 'filter';
			readonly choice: RowChoice;
			readonly part: number;
			/** The line of the grid on which the cursor's row was. */
			readonly line: number;
	  }
	| {readonly kind: 'search'; readonly text: string; readonly part: number};
