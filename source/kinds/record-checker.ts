import type {RecordScanner} from '../records/record-scanner.ts';
import type {Renumbering} from '../records/renumbering.ts';
import type {Utf8} from '../records/source/utf8-check.ts';
import type {ChangedIds, DefinedIds, References} from './cross-check.ts';
import type {EdgeSource} from './edges.ts';
import type {FileProblem, Finding, Problem, Remedy} from './problem.ts';
import type {Relatives} from './relatives.ts';
import type {ResourceSink} from './resources.ts';
import type {OnSentRecord} from './sent-record.ts';

/** The rows and groups (by number) whose findings may have changed, and the ids that may be defined now or no longer. */
export type AffectedRows = {readonly rows: Set<number>; readonly groups: Set<number>; readonly ids: ChangedIds};

/** The findings of an edited row alone. `revert` restores the checker's state; call it in reverse order. */
export type RecheckResult = {readonly findings: readonly Finding[]; revert(): void};

/** The problems that an edit would leave in a row. */
export type DraftProblems = {
	readonly problems: readonly Problem[];
	/** True if the row was compared with the related rows. */
	readonly isCompared: boolean;
};

/** A likely common cause of the problems with a code, and the next step. */
export type LikelyCause = {
	readonly code: string;
	readonly message: string;
	readonly next: string;
	readonly remedy?: Remedy | undefined;
};

/**
Checks the records of one file. It keeps only the facts that rules about several rows need. Each row is added once, in order;
edited rows are rechecked later. Skipped rows count as absent.
*/
export interface RecordChecker {
	/** Reserves capacity for a number of rows. */
	reserve(rows: number): void;

	/**
	Called before the first record if `resources` will be needed: the check then keeps what it would have to read again. Absent if there
	is nothing to keep.
	*/
	readContents?(): void;

	/** Called before the first record of a new buffer. */
	startSlice(): void;

	/** Checks the encoding and the quotes of the header. */
	checkHeader(): readonly Finding[];

	/** Adds and checks a record; `record` is valid only during the call. */
	add(row: number, record: RecordScanner, utf8: Utf8): readonly Finding[];

	/** Called after the last record. Returns the rows, in order, with related findings that `add` did not return. */
	finish(): readonly number[];

	/** Rechecks an edited row and adds the rows that it affects to `affected`. Changes nothing if the row cannot be read. */
	recheckRow(row: number, affected: AffectedRows): RecheckResult;

	/**
	Renumbers the rows after an insert or a removal; `lastRow` is the new last row. Inserted rows count as skipped until they are
	checked; removed rows are skipped already. Returns a function that restores the old numbers. Reads no records.
	*/
	renumber(renumbering: Renumbering, lastRow: number): () => void;

	/** Rechecks groups. Returns the rows whose related findings may have changed. */
	recheckGroups(groups: ReadonlySet<number>): Iterable<number>;

	/** Returns the findings of a row that depend on other rows. Reads no records. */
	relatedFindings(row: number): readonly Finding[];

	/** True if findings with this code depend on other rows. */
	isRelated(code: string): boolean;

	/** Expands a finding to a problem, from the current row. */
	describe(finding: Finding): Problem;

	/** Returns the problems that a row would have with these cells. */
	checkDraft(row: number, cells: readonly string[]): DraftProblems;

	/** Returns the problems that a row would have with these cells, without those that depend on other rows. */
	checkDraftAlone(row: number, cells: readonly string[]): readonly Problem[];

	/** Returns the problems that a row would have with another record, without those that depend on other rows. */
	checkTextAlone(row: number, record: string): readonly Problem[];

	/** Returns the rows of a row's group, including the row. */
	groupOf(row: number): readonly number[];

	/** Returns another row that describes the same resource, so that skipping one of the two does not hide a page. */
	duplicateRowOf(row: number): number | undefined;

	/** Returns what a row is related to, most important first. Its cost does not depend on the size of the file. Absent if there is nothing. */
	relativesOf?(row: number): readonly Relatives[];

	/** Returns a function that adds the resources of a row without errors to a sink, as it is sent. Reads no other records. */
	resources(sink: ResourceSink): OnSentRecord;

	/**
	The result of the first check, in arrays that can be moved to another thread; absent if they cannot. Set it only to that of a checker
	of the same kind and file, before any row is added.
	*/
	state?: object;

	/** The ids that the records define, for a file that refers to them; absent if no other kind does. */
	readonly definedIds?: DefinedIds;

	/** The references of the records to ids of another file; absent if there are none. */
	readonly references?: References;

	/** The edges that the records describe; absent if they describe none. */
	readonly edges?: EdgeSource;

	/** Problems of the whole file that are found in its rows. */
	readonly fileProblems: readonly FileProblem[];

	/** The number of rows with each info code: infos are counted and not stored. */
	readonly infoCounts: ReadonlyMap<string, number>;

	/** The number of groups; `undefined` if the kind has no groups. */
	readonly groups: number | undefined;

	/** The number of records of each type of resource that occurs; absent if each record has resources of several types. */
	readonly entities?: ReadonlyMap<string, number>;

	/** A likely common cause of many problems. */
	readonly likelyCause: LikelyCause | undefined;
}
