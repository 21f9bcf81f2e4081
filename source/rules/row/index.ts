import type {Code} from '../codes.ts';
import type {RowView} from '../row-view.ts';

/** A rule about the shape of a row. Where one holds, no other rule looks at the row. */
export type RowRule = {
	readonly code: Code;
	broken(row: RowView): boolean;
	message(row: RowView): string;
};

/** Every rule about the shape of a row; the first that holds is the one that is told. */
export const rowRules: readonly RowRule[] = [
	{
		code: 'quote-error',
		broken: row => row.brokenQuote,
		message: () => 'A quote is never closed, or text follows a closing quote. It was read as text.',
	},
	{
		code: 'encoding-error',
		broken: row => !row.validUtf8,
		message: () => 'The row holds bytes that are not UTF-8. Save the file as UTF-8 and open it again.',
	},
	{
		code: 'blank-row',
		broken: row => row.blank,
		message: () => 'The row is empty. It is not sent.',
	},
	{
		code: 'missing-cell',
		broken: row => row.count < row.width,
		message: row => `The row has ${row.count} of ${row.width} cells. A comma is missing.`,
	},
	{
		code: 'extra-cell',
		broken: row => row.count > row.width,
		message: row => `The row has ${row.count} cells, the header ${row.width}. A text with commas may lack its quotes.`,
	},
];
