import type {FileKind} from '../kinds/file-kind.ts';
import type {CellChange, Finding, Problem} from '../kinds/problem.ts';
import type {NewValues} from './edits.ts';
import type {Findings} from './findings/findings.ts';

/** A cell: row as in a spreadsheet (header = 1), column from 0. */
export type CellPosition = {readonly row: number; readonly column: number};

/** The part of a session that fixes and problem navigation use. */
export interface ProblemSource {
	readonly kind: Pick<FileKind, 'codes' | 'safeCodes'>;
	readonly findings: Findings;
	problemsAt(row: number): readonly Problem[];
	columnOf(problem: Pick<Finding, 'field'>): number | undefined;
	columnsOf(changes: readonly CellChange[]): NewValues;
	cells(row: number): readonly string[];
	groupOf(row: number): readonly number[];
	checkDraftAlone(row: number, cells: readonly string[]): readonly Problem[];
	checkTextAlone(row: number, record: string): readonly Problem[];
	/** Returns the text of a record in which some cells have new values. */
	withValues(record: string, values: NewValues): string;
}
