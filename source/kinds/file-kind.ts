import type {RecordFormat} from '../records/record-format.ts';
import type {Records} from '../records/records.ts';
import type {Codes} from './codes.ts';
import type {Header, MappingOverrides} from './header.ts';
import type {FileProblem} from './problem.ts';
import type {ProblemPages} from './problem-page.ts';
import type {RecordChecker} from './record-checker.ts';
import type {ResourceKind} from './resources.ts';
import type {UnsupportedFormat} from './unsupported-format.ts';

/** Whether a file is of a kind, by its first bytes. */
export type Detection =
	| {readonly kind: 'yes'; readonly format: RecordFormat}
	| {readonly kind: 'no'}
	/** It is of no kind, and this is what it is. */
	| {readonly kind: 'wrong'; readonly wrong: UnsupportedFormat};

/** What the user has said of a format. */
export type DetectOptions = {readonly delimiter?: string | undefined};

/** Where files of a kind are sent, and how [doc]. */
export type UploadTarget = {
	/** The address below the integration. */
	readonly endpoint: string;
	/** What the part of the request is called. */
	readonly part: string;
	readonly contentType: string;
	/** The extension of what is sent, for a file that has no name of its own. */
	readonly extension: string;
};

/** What records mean. The room `kinds/` has one folder for each. */
export interface FileKind extends ResourceKind {
	/** Names the kind in plans, in the history and in JSON. */
	readonly name: string;
	/** The fields that Secoda knows, in the documented order. */
	readonly fields: readonly string[];
	/** The fields that every record must have. */
	readonly requiredFields: readonly string[];
	/** The fields whose values together identify a record. */
	readonly identity: readonly string[];
	/** The identifying field that a screen always shows. */
	readonly frozenField: string;
	/** The fields in which an edit can change the problems of other rows. */
	readonly comparedFields: ReadonlySet<string>;
	/** Every code that a problem can have. */
	readonly codes: Codes;
	/** The explanation of every code. */
	readonly pages: ProblemPages;
	/** The codes of which a fix can be safe. */
	readonly safeCodes: ReadonlySet<string>;
	/** What a group of rows that must agree is, in the plural: `tables`. */
	readonly groupName: string;
	/** What is wrong with a file without records. */
	readonly noRecords: FileProblem;
	/** Where such files are sent. */
	readonly upload: UploadTarget;

	/** Recognizes a file of this kind by its first bytes (UTF-8). */
	detect(head: Buffer, wish: DetectOptions): Detection;

	/** Returns the field that a label means; `undefined` when it means none. */
	fieldOfLabel(label: string): string | undefined;

	/** Describes what a field holds, in a few words. */
	describeField(field: string): string;

	/** Reads the labels of an open file; `undefined` labels are too long to be read. */
	readHeader(labels: readonly string[] | undefined, named: MappingOverrides): Header;

	/** Interprets an open file, of which the header is read. */
	interpret(records: Records, named: MappingOverrides): Interpretation;
}

/** An open file as its kind understands it. */
export interface Interpretation {
	readonly header: Header;
	/** Problems of the whole file that its format and its header show. */
	readonly fileProblems: readonly FileProblem[];
	/** `undefined` when the header keeps the rows from being judged. */
	readonly checker: RecordChecker | undefined;

	/** Returns a value, free of errors, as it is sent. */
	sentValue(field: string, value: string): string;

	/** Encodes the file, free of errors, as it is sent. `onRecord` is called for each record. */
	canonical(onRecord: () => void, signal: AbortSignal): AsyncGenerator<Buffer, void, void>;

	/** Returns the names that lead to what a row describes, the outermost first; empty ones are left out. */
	path(cells: readonly string[]): readonly string[];
}
