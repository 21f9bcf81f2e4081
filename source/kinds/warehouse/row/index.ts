import {recordLimits} from '../../../records/record-limits.ts';
import type {RecordScanner} from '../../../records/record-scanner.ts';
import type {Utf8} from '../../../records/source/utf8-check.ts';
import {looksLikeWindows1252} from '../../bytes/windows-1252.ts';
import type {Fix} from '../../problem.ts';
import type {Code} from '../codes.ts';

/** What the rules about the shape of a row look at. */
export type RowShape = {
	readonly reader: Pick<RecordScanner, 'bytes' | 'count' | 'broken' | 'blank' | 'length' | 'tooLong'>;
	readonly utf8: Utf8;
	/** Number of cells in the header. */
	readonly width: number;
};

/** A rule about the shape of a row. Where one holds, no other rule looks at the row. */
export type RowRule = {
	readonly code: Code;
	broken(row: RowShape): boolean;
	message(row: RowShape): string;
	readonly fixes: readonly Fix[];
};

/** Every rule about the shape of a row; the first that holds is the one that is told. */
export const rowRules: readonly RowRule[] = [
	{
		code: 'record-too-long',
		broken: ({reader}) => reader.tooLong,
		message: ({reader}) =>
			`The row is ${inMebibytes(reader.length)} long, and rows are read up to ${inMebibytes(recordLimits.record)}. Look for a missing line end or quote and export the file again, or skip the row.`,
		fixes: [],
	},
	{
		code: 'quote-error',
		broken: ({reader}) => reader.broken,
		message: () => 'A quote is never closed, or text follows a closing quote. It was read as text.',
		fixes: [{kind: 'requote', title: 'keep the cells as they were read, and quote them again', safe: false}],
	},
	{
		code: 'encoding-error',
		broken: ({utf8}) => utf8 === 'invalid',
		message: ({reader}) =>
			looksLikeWindows1252(reader.bytes)
				? 'The row holds bytes that are not UTF-8. They look like Windows-1252. Read the file with --encoding windows-1252.'
				: 'The row holds bytes that are neither UTF-8 nor Windows-1252. Export the file again as UTF-8.',
		fixes: [],
	},
	{
		code: 'blank-row',
		broken: ({reader}) => reader.blank,
		message: () => 'The row is empty. It is not sent.',
		fixes: [],
	},
	{
		code: 'missing-cell',
		broken: ({reader, width}) => reader.count < width,
		message: ({reader, width}) => `The row has ${reader.count} of ${width} cells. A separator is missing.`,
		fixes: [],
	},
	{
		code: 'extra-cell',
		broken: ({reader, width}) => reader.count > width,
		message: ({reader, width}) =>
			`The row has ${reader.count} cells, the header ${width}. A text that holds the separator may lack its quotes.`,
		fixes: [],
	},
];

function inMebibytes(bytes: number): string {
	return `${(bytes / (1024 * 1024)).toFixed(1).replace('.0', '')} MiB`;
}
