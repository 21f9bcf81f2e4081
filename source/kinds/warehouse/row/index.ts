import {blankRow} from './blank-row.ts';
import {encodingError} from './encoding-error.ts';
import {exportFooter} from './export-footer.ts';
import {extraCell} from './extra-cell.ts';
import {missingCell} from './missing-cell.ts';
import {quoteError} from './quote-error.ts';
import {recordTooLong} from './record-too-long.ts';
import {repeatedHeader} from './repeated-header.ts';
import type {RowRule} from './row-rule.ts';
import {rulerRow} from './ruler-row.ts';

/** The rules about the shape of a row; the first that is broken is reported. */
export const rowRules: readonly RowRule[] = [
	recordTooLong,
	quoteError,
	encodingError,
	blankRow,
	repeatedHeader,
	rulerRow,
	exportFooter,
	missingCell,
	extraCell,
];
