import type {Conversion} from '../kinds/conversion.ts';
import type {FileKind, Interpretation} from '../kinds/file-kind.ts';
import {fieldOfColumn, type Header, type MappingOverrides, unsentLabels} from '../kinds/header.ts';
import type {CellChange, Finding} from '../kinds/problem.ts';
import type {OnSentRecord, PassUnread} from '../kinds/sent-record.ts';
import type {Recipe} from '../mapping/recipe.ts';
import type {Records} from '../records/records.ts';
import type {RowNumber} from '../records/row-numbers.ts';
import type {NewValues} from './edits.ts';
import type {OpenedFile} from './open-records.ts';

/** The records of an open file and what they mean to its kind. */
export class InterpretedFile {
	readonly kind: FileKind;
	readonly records: Records;
	/** The proposals that were taken to read the file. */
	readonly taken: Recipe | undefined;
	/** The columns of the file that a recipe has put in no row. */
	readonly #unsent: readonly string[];
	protected readonly interpretation: Interpretation;

	/** Interprets records of which only the header is read. */
	constructor({kind, records, mapping, taken, made}: OpenedFile, named: MappingOverrides = mapping ?? {}) {
		this.kind = kind;
		this.taken = taken;
		this.#unsent = made?.unsent ?? [];
		this.records = records;
		this.interpretation = kind.interpret(records, named);
	}

	get path(): string {
		return this.records.file.path;
	}

	get header(): Header {
		return this.interpretation.header;
	}

	/** The labels of the columns of the file that are not sent. */
	get unsentLabels(): readonly string[] {
		return [...unsentLabels(this.header), ...this.#unsent];
	}

	/** Returns the number of a row for the user. */
	numberOf(row: number): RowNumber {
		return this.records.numberOf(row);
	}

	cells(row: number): readonly string[] {
		return this.records.cells(row);
	}

	/** Returns the cells of a row for a screen; long values may be truncated. */
	shownCells(row: number): readonly string[] {
		return this.records.shownCells(row);
	}

	isSkipped(row: number): boolean {
		return this.records.overlay.get(row)?.kind === 'skipped';
	}

	/** Returns the field that a column is mapped to. */
	fieldOf(column: number): string | undefined {
		return fieldOfColumn(this.header.mapping, column);
	}

	/** Returns the column (from 0) of a finding; `undefined` if it is about the whole row. */
	columnOf(finding: Pick<Finding, 'field'>): number | undefined {
		return finding.field === undefined ? undefined : this.header.mapping[finding.field];
	}

	/** Returns new values by column. */
	columnsOf(changes: readonly CellChange[]): NewValues {
		const {mapping} = this.header;
		return new Map(
			changes.flatMap(({field, value}) => (mapping[field] === undefined ? [] : [[mapping[field], value] as const])),
		);
	}

	/** Returns the text of a record in which some cells have new values. */
	withValues(record: string, values: NewValues): string {
		return this.records.texts.withCells(record, values);
	}

	/** Returns a value without errors in the form that is sent; `undefined` for a column that is not sent. */
	sentValue(column: number, value: string): string | undefined {
		const field = this.fieldOf(column);
		return field === undefined ? undefined : this.interpretation.sentValue(field, value);
	}

	/**
	Encodes the rows of a file without errors in the form that is sent. Calls `onRecord` with each of them, in order. A piece is valid
	until the next one is asked for.
	*/
	canonical(onRecord: OnSentRecord, signal: AbortSignal): AsyncGenerator<Buffer, void, void> {
		return this.interpretation.canonical(onRecord, signal);
	}

	/**
	Returns a function that passes on the rows that are sent, without their bytes; `undefined` if they must be read, because the file is
	not exactly what is sent or its check has not read the contents.
	*/
	unread(): PassUnread | undefined {
		return this.interpretation.unread?.();
	}

	/** Returns a writer that converts a file without errors to another kind; `undefined` if there is no such kind. */
	conversion(): Conversion | undefined {
		return this.interpretation.conversion?.();
	}

	/** Returns a short name of what a row describes; empty if it names nothing. */
	nameOf(row: number): string {
		return this.interpretation.nameOf(this.shownCells(row));
	}

	/** The columns whose values identify a record. */
	get recordColumns(): readonly number[] {
		return this.kind.identity.flatMap(field => this.header.mapping[field] ?? []);
	}

	async close(): Promise<void> {
		await this.records.close();
	}
}
