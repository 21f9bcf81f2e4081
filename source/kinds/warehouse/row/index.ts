import {blankRow} from './blank-row.ts';
import {encodingError} from './encoding-error.ts';
import {extraCell} from './extra-cell.ts';
import {missingCell} from './missing-cell.ts';
import {quoteError} from './quote-error.ts';
import {recordTooLong} from './record-too-long.ts';
import type {RowRule} from './row-rule.ts';

/** The rules about the shape of a row; the first that is broken is reported. */
export const rowRules: readonly RowRule[] = [
	recordTooLong,
	quoteError,
	encodingError,
	blankRow,
	missingCell,
	extraCell,
];
