import type {CellSpans} from '../records/cell-spans.ts';
import type {RecordFormat} from '../records/record-format.ts';
import type {Records} from '../records/records.ts';
import type {Codes} from './codes.ts';
import type {Conversion} from './conversion.ts';
import type {Header, MappingOverrides} from './header.ts';
import type {Pairing} from './pairing.ts';
import type {FileProblem} from './problem.ts';
import type {ProblemPages} from './problem-page.ts';
import type {RecordChecker} from './record-checker.ts';
import type {ResourceKind} from './resources.ts';
import type {OnSentRecord, PassUnread} from './sent-record.ts';
import type {UnsupportedFormat} from './unsupported-format.ts';

/** The result of detecting a file kind from the first bytes of a file. */
export type Detection =
	| {
			readonly kind: 'yes';
			readonly format: RecordFormat;
			/** Finds out what the file is instead, if its first bytes cannot show it. */
			readonly wholeFile?: WholeFileTest;
	  }
	| {readonly kind: 'no'}
	/** The file is not of any kind; `wrong` says which format it has instead. */
	| {readonly kind: 'wrong'; readonly wrong: UnsupportedFormat};

/** Starts a test that reads a file, from its first byte on, until it is certain. */
export type WholeFileTest = () => {
	/** Reads the next bytes (UTF-8). `done` if the file is of the kind, whatever follows. */
	add(bytes: Uint8Array): 'more' | 'done';
	/** Returns what the file is instead, after its last byte; `undefined` if it is of the kind. */
	end(): UnsupportedFormat | undefined;
};

/** The options and facts that detection may use besides the first bytes. */
export type DetectOptions = {
	/** The separator that the user has set. */
	readonly delimiter?: string | undefined;
	/** The row of the header that the user has set, for formats that have one. */
	readonly headerRow?: number | undefined;
	/** The path of the file. */
	readonly path?: string | undefined;
};

/** The endpoint that files of a kind are sent to [doc]. */
export type UploadEndpoint = {
	/** The path, relative to the integration. */
	readonly endpoint: string;
	/** The name of the form field that holds the file. */
	readonly part: string;
	readonly contentType: string;
	/** The file name extension to send for a source without a file name. */
	readonly extension: string;
};

/** A kind of file: the meaning of its records. `kinds/` has one folder for each. */
export interface FileKind extends ResourceKind {
	/** The name of the kind in plans, in the history and in JSON. */
	readonly name: string;
	/** The fields that Secoda knows, in the documented order. */
	readonly fields: readonly string[];
	/** The fields that are required in every record. */
	readonly requiredFields: readonly string[];
	/** The fields whose values together identify a record. */
	readonly identity: readonly string[];
	/** The identifying field that stays visible when a screen scrolls sideways. */
	readonly frozenField: string;
	/** The fields that rules compare between rows: an edit of one can change the problems of other rows. */
	readonly comparedFields: ReadonlySet<string>;
	/** The codes of the problems that this kind reports. */
	readonly codes: Codes;
	/** The explanation of each code. */
	readonly pages: ProblemPages;
	/** True if a recipe can make records of this kind of those of other files. */
	readonly readsForeignFiles?: true;
	/** The codes with safe fixes. */
	readonly safeCodes: ReadonlySet<string>;
	/** The thing in Secoda that a record describes. */
	readonly recordMakes: 'page' | 'edge';
	/** The plural name of a group of rows that must agree, for example `tables`; absent if the kind has no groups. */
	readonly groupName?: string;
	/** The problem of a file without records. */
	readonly noRecords: FileProblem;
	/** The endpoint for files of this kind. */
	readonly upload: UploadEndpoint;
	/** How files of this kind are sent together with another; absent if each is an upload of its own. */
	readonly pairing?: Pairing;

	/** Detects a file of this kind from its first bytes (UTF-8). */
	detect(head: Buffer, options: DetectOptions): Detection;

	/** Returns the field for a header label, or `undefined` for an unknown label. */
	fieldOfLabel(label: string): string | undefined;

	/** Describes the content of a field in a few words. */
	describeField(field: string): string;

	/** Returns the field that reports name for a field of a finding; absent if it is always the same. */
	reportedField?(field: string): string;

	/** Maps the labels of an open file to fields; `labels` is `undefined` if the header row is too long. */
	readHeader(labels: readonly string[] | undefined, named: MappingOverrides): Header;

	/**
	Returns what gives records without data their cells in so many new columns: `header` for the header again, `undefined` for data.
	`labels` are those in the file. Absent if every record is data.
	*/
	cellsWithoutData?(
		labels: readonly string[],
		added: number,
	): (record: CellSpans) => readonly string[] | 'header' | undefined;

	/** Interprets an open file whose header was read. */
	interpret(records: Records, named: MappingOverrides): Interpretation;
}

/** An open file as interpreted by its kind. */
export interface Interpretation {
	readonly header: Header;
	/** Problems of the format and the header. */
	readonly fileProblems: readonly FileProblem[];
	/** The fields that findings name, if there are more than those of the kind. The list grows during the check. */
	readonly findingFields?: readonly string[];
	/** `undefined` if the rows cannot be checked because of header problems. */
	readonly checker: RecordChecker | undefined;

	/** Returns the canonical form of a value without errors. */
	sentValue(field: string, value: string): string;

	/**
	Encodes a file without errors in canonical form. Calls `onRecord` with each record, in order. A piece is valid until the next one is
	asked for.
	*/
	canonical(onRecord: OnSentRecord, signal: AbortSignal): AsyncGenerator<Buffer, void, void>;

	/**
	Returns a function that passes on the records without reading them again; `undefined` if the file is not exactly what is sent, or if
	its check has not read the contents. Absent if the records are always read.
	*/
	unread?(): PassUnread | undefined;

	/** Returns a writer that converts the file to another kind. Absent if there is no such kind; `undefined` if rows cannot be checked. */
	conversion?(): Conversion | undefined;

	/** Returns a short name of what a row describes; empty if it names nothing. */
	nameOf(cells: readonly string[]): string;
}
