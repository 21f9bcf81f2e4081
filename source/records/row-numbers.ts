import {firstIndex} from './first-index.ts';
import type {RecordIndex} from './record-index.ts';
import type {TallRows} from './tall-rows.ts';

declare const inFileOfUser: unique symbol;

/** The number of a row in the file that the user has. Only it is shown; a plain number is the position of a row in the index. */
export type RowNumber = number & {readonly [inFileOfUser]: never};

/** How rows are counted for the user. */
export type RowNumbers = {
	of(row: number): RowNumber;
	/** Returns the number of a row in the file as it was opened, whatever rows were inserted since. */
	inFile(row: number): RowNumber;
	/** Returns the physical line, from 1, on which a row starts. */
	lineOf(row: number): number;
	/** Returns the row with a number, or the next one if no row has it; there may be none. */
	rowFrom(number: number): number | undefined;
};

/** The rows of another file that rows are made of. */
export type MadeFrom = {
	/** The number of each row, from the header on. */
	readonly numbers: Uint32Array;
	/** Of the other file. */
	readonly tallRows: TallRows;
};

/** Returns the numbers of the rows of a file that is read as it is. */
export function rowsInOrder(index: RecordIndex): RowNumbers {
	return {
		of: asNumber,
		inFile: row => asNumber(index.rowInFile(index.baseOf(row))),
		lineOf: row => index.lineOf(row),
		rowFrom: number => (number <= index.lastRow ? number : undefined),
	};
}

/** Returns the numbers of rows that are made of others. All parts of a row that was split have its number. */
export function rowsMadeFrom(index: RecordIndex, {numbers, tallRows}: MadeFrom): RowNumbers {
	const numberOf = (row: number) => asNumber(numbers[index.rowInFile(index.baseOf(row)) - 1] ?? 0);
	return {
		of: numberOf,
		inFile: numberOf,
		lineOf(row) {
			const number = numberOf(row);
			return number + tallRows.innerLinesBefore(number);
		},
		rowFrom(number) {
			const before = firstIndex(index.lastRow, at => numberOf(at + 1) >= number);
			return before < index.lastRow ? before + 1 : undefined;
		},
	};
}

/** Only how rows are counted decides which number is shown. */
export function asNumber(row: number): RowNumber {
	return row as RowNumber;
}
