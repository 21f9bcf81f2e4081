import type {Size} from '../../size.ts';

/** Returns the area of a document: without title, prompt and keys, and with a cell on each side. */
export function documentArea({columns, rows}: Size): Size {
	return {columns: columns - 2, rows: rows - 3};
}
