import type {RecordScanner} from '../records/record-scanner.ts';
import type {Renumbering} from '../records/renumbering.ts';
import type {Utf8} from '../records/source/utf8-check.ts';
import type {FileProblem, Finding, Problem} from './problem.ts';

/** Rows and groups of rows (by number) whose findings may be others now. */
export type AffectedRows = {readonly rows: Set<number>; readonly groups: Set<number>};

/** The findings of an edited row alone. `revert` makes what is known of the row what it was before; the last one goes first. */
export type RecheckResult = {readonly findings: readonly Finding[]; revert(): void};

/** The problems of a row before an edit is applied to it. */
export type DraftProblems = {
	readonly problems: readonly Problem[];
	/** True if the row was compared with the others on which its problems depend. */
	readonly isCompared: boolean;
};

/** What the problems with a code together look like: a message, and what to do. */
export type LikelyCause = {readonly code: string; readonly message: string; readonly next: string};

/**
Judges the records of one file, of which it notes no more than the rules about several rows need. Every row is added once, in
order; later, edited rows are checked again one by one. A row that is skipped counts as absent.
*/
export interface RecordChecker {
	/** Makes room for so many rows. */
	reserve(rows: number): void;

	/** Called when the records that follow lie in other bytes. */
	startSlice(): void;

	/** Checks the header rows, which are read. */
	checkHeader(): readonly Finding[];

	/** Checks a record that is seen for the first time; it holds only during the call. */
	add(row: number, record: RecordScanner, utf8: Utf8): readonly Finding[];

	/** Called behind the last record. Returns rows, in order, that have related findings which `add` did not return. */
	finish(): readonly number[];

	/** Checks an edited row again, as it stands now, and notes what else that touches. If the row cannot be read, nothing changes. */
	recheckRow(row: number, affected: AffectedRows): RecheckResult;

	/**
	Gives rows their new numbers after some were inserted or removed; `lastRow` is the last one then. Inserted rows are skipped
	until they are checked, and removed ones are skipped already. Returns what brings the old numbers back. Reads nothing.
	*/
	renumber(renumbering: Renumbering, lastRow: number): () => void;

	/** Looks at groups again. Returns the rows that had related findings because of them before, or have them now. */
	recheckGroups(groups: ReadonlySet<number>): Iterable<number>;

	/** Returns the findings of a row that depend on other rows. Reads nothing. */
	relatedFindings(row: number): readonly Finding[];

	/** True if findings with this code depend on other rows. */
	isRelated(code: string): boolean;

	/** Makes a finding readable, by the row as it stands now. */
	describe(finding: Finding): Problem;

	/** Returns the problems that a row would have with these cells. */
	checkDraft(row: number, cells: readonly string[]): DraftProblems;

	/** Returns the problems that a row would have with these cells, as far as they do not depend on other rows. */
	checkDraftAlone(row: number, cells: readonly string[]): readonly Problem[];

	/** Returns the rows that must agree with a row, itself among them. */
	groupOf(row: number): readonly number[];

	/** Returns another row that describes the same resource: skipping one of the two hides no page. */
	duplicateRowOf(row: number): number | undefined;

	/** Problems of the whole file that only its rows show. */
	readonly fileProblems: readonly FileProblem[];

	/** How often rows have what is only counted, by code. */
	readonly infoCounts: ReadonlyMap<string, number>;

	/** How many groups of rows there are; `undefined` where the kind has none. */
	readonly groups: number | undefined;

	/** What the problems together look like, if they look like anything. */
	readonly likelyCause: LikelyCause | undefined;
}
