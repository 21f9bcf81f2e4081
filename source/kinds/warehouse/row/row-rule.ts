import type {RecordScanner} from '../../../records/record-scanner.ts';
import type {Utf8} from '../../../records/source/utf8-check.ts';
import type {Fix} from '../../problem.ts';
import type {ProblemPage} from '../../problem-page.ts';
import type {Code} from '../codes.ts';

/** The cells of a row beside those of the header. */
export type RowCells = {
	readonly reader: Pick<RecordScanner, 'count' | 'value'>;
	/** The labels of the header, as `foldLabel` writes them. */
	readonly labels: readonly string[];
};

/** The shape of a row, which the row rules look at. */
export type RowShape = RowCells & {
	readonly reader: Pick<RecordScanner, 'bytes' | 'isBroken' | 'isBlank' | 'length' | 'tooLong'>;
	readonly utf8: Utf8;
};

/** A rule about the shape of a row. A row that breaks one is not checked by any other rule. */
export type RowRule = {
	readonly code: Code;
	isBroken(row: RowShape): boolean;
	message(row: RowShape): string;
	readonly fixes: readonly Fix[];
	readonly page: ProblemPage;
};
