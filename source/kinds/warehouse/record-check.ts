import type {RecordScanner} from '../../records/record-scanner.ts';
import type {Utf8} from '../../records/source/utf8-check.ts';
import {byteClass, lowerCase} from '../bytes/classes.ts';
import {mayBeNullMark} from '../bytes/null-mark.ts';
import {Hash} from '../keys/hash.ts';
import {HashIds} from '../keys/hash-ids.ts';
import type {Finding} from '../problem.ts';
import {isNullMark} from '../values/null-mark.ts';
import {trim} from '../values/trim.ts';
import {Cell} from './bytes/cell.ts';
import {
	booleanFlags,
	cellFlag,
	DescriptionPrecheck,
	epochFlags,
	integerFlags,
	isPlainBoolean,
	mayBeLabel,
	nameClasses,
} from './bytes/plausible.ts';
import {rulesOf} from './cell/index.ts';
import {descriptionFields, type Field} from './field.ts';
import type {WarehouseHeader} from './header.ts';
import {hashColumnName} from './keys/resource-keys.ts';
import {type RowFacts, tableFields} from './keys/row-facts.ts';
import type {WarehouseTables} from './keys/warehouse-tables.ts';
import {rowRules} from './row/index.ts';
import {SameCells} from './same-cells.ts';

const none: readonly Finding[] = [];
const {odd, upper, wide} = byteClass;

type FieldColumn = {readonly field: Field; readonly column: number};

/** A column with a table field, by its index in `tableFields`. */
type TableFieldColumn = {readonly at: number; readonly column: number};

/** A column with a precheck of the bytes of its cells, which returns `cellFlag`s. */
type PrecheckedColumn = FieldColumn & {flags(bytes: Buffer, start: number, end: number): number};

const prechecks: ReadonlyArray<readonly [Field, PrecheckedColumn['flags']]> = [
	['sort_order', integerFlags],
	['is_view', booleanFlags],
	['last_updated_time', epochFlags],
];

/**
Checks single records on their bytes, and collects the facts that rules about several rows need. A precheck finds the cells that
cannot have a problem; the rules are applied only to the others. Results are reused for cells that equal those of the previous
record.
*/
export class RecordCheck {
	/** True if the bytes of the record that was checked last are canonical, where its file has no other columns. */
	isCanonical = false;
	/** True if the rules about cells apply to it. */
	isJudged = false;
	/** The labels of the header, as `foldLabel` writes them. */
	readonly #labels: readonly string[];
	readonly #facts: RowFacts;
	readonly #tables: WarehouseTables;
	readonly #columnName: FieldColumn;
	readonly #tableName: ReadonlyArray<FieldColumn & {readonly labelStart: number | undefined}>;
	/** From left to right. */
	readonly #prechecked: readonly PrecheckedColumn[];
	readonly #descriptions = new DescriptionPrecheck();
	/** The columns of the `tableFields` that the file has. */
	readonly #tableValues: readonly TableFieldColumn[];
	readonly #sameName: SameCells;
	readonly #sameValues: SameCells;
	readonly #valueNumbers = new HashIds();
	readonly #hash = new Hash();
	readonly #cell = new Cell();
	/** True if the record has the table of the previous one. */
	#isSameTable = false;
	/** The previous record: its table, true if a part of the table name may have a problem, and its values. */
	#table = 0;
	#oddTable = false;
	/** True if the parts of the table name may be labels or lines of hyphens. */
	#labelledTable = false;
	readonly #values: number[];

	/** The header must have a column for each required field. */
	constructor({mapping, folded}: WarehouseHeader, facts: RowFacts, tables: WarehouseTables) {
		const columnOf = (field: Field): FieldColumn[] =>
			mapping[field] === undefined ? [] : [{field, column: mapping[field]}];
		const [columnName] = columnOf('col_name');
		if (columnName === undefined) throw new RangeError('col_name has no column');
		this.#columnName = columnName;
		this.#tableName = (['database', 'schema', 'name'] as const)
			.flatMap(columnOf)
			.map(place => ({...place, labelStart: Buffer.from(folded[place.column] ?? '')[0]}));
		const descriptionFlags: PrecheckedColumn['flags'] = (bytes, start, end) =>
			this.#descriptions.flags(bytes, start, end);
		this.#prechecked = [...prechecks, ...descriptionFields.map(field => [field, descriptionFlags] as const)]
			.flatMap(([field, flags]) => columnOf(field).map(column => ({...column, flags})))
			.sort((one, other) => one.column - other.column);
		this.#tableValues = tableFields.flatMap((field, at) => columnOf(field).map(({column}) => ({at, column})));
		this.#values = this.#tableValues.map(() => 0);
		this.#sameName = new SameCells(this.#tableName.map(({column}) => column));
		this.#sameValues = new SameCells(this.#tableValues.map(({column}) => column));
		this.#labels = folded;
		this.#facts = facts;
		this.#tables = tables;
	}

	/** Called before the first record of a new buffer. */
	forgetBytes(): void {
		this.#sameName.forget();
		this.#sameValues.forget();
		this.#descriptions.forgetBytes();
	}

	/** Returns the findings of one record and sets the facts of the row, which must be clear. */
	check(row: number, reader: RecordScanner, utf8: Utf8): readonly Finding[] {
		this.isCanonical = false;
		this.isJudged = false;
		if (reader.tooLong) return tooLong(row, reader);
		const {column} = this.#columnName;
		const empty = reader.starts[column] === reader.ends[column] && reader.isBlank;
		if (empty || utf8 === 'invalid' || reader.isBroken || reader.count !== this.#labels.length) {
			return this.#applyRowRules(row, reader, utf8);
		}

		const names = this.#sameName;
		this.#isSameTable = names.same(reader, 0) && names.same(reader, 1) && names.same(reader, 2);
		const isLabelled = this.#isSameTable ? this.#labelledTable : this.#mayBeLabels(reader);
		if (isLabelled) {
			const broken = this.#applyRowRules(row, reader, utf8);
			if (broken.length > 0) return broken;
		}

		this.isJudged = true;
		this.#labelledTable = isLabelled;
		let found = this.#checkTable(row, reader);
		this.isCanonical = !this.#oddTable && endsWithLineFeedAlone(reader);
		found = this.#checkColumnName(row, reader, found);
		for (const quick of this.#prechecked) {
			const start = reader.starts[quick.column] as number;
			const end = reader.ends[quick.column] as number;
			const flags = quick.flags(reader.bytes, start, end);
			if ((flags & cellFlag.changes) !== 0) this.isCanonical = false;
			if ((flags & cellFlag.suspect) !== 0) found = this.#applyRules(row, reader, quick, found);
		}

		this.#sameName.remember(reader);
		this.#sameValues.remember(reader);
		return found;
	}

	#applyRowRules(row: number, reader: RecordScanner, utf8: Utf8): readonly Finding[] {
		const rule = rowRules.find(rule => rule.isBroken({reader, utf8, labels: this.#labels}));
		return rule === undefined ? none : [{row, code: rule.code}];
	}

	/** False if the record cannot be the header again, or a line of hyphens. */
	#mayBeLabels({bytes, starts, ends}: RecordScanner): boolean {
		return this.#tableName.every(({column, labelStart}) =>
			mayBeLabel(bytes, starts[column] as number, ends[column] as number, labelStart),
		);
	}

	/** Sets the warehouse table of the row and the values of its table fields. */
	#checkTable(row: number, reader: RecordScanner): readonly Finding[] {
		if (!this.#isSameTable) this.#readTable(reader);
		let found = none;
		if (this.#oddTable) for (const column of this.#tableName) found = this.#applyRules(row, reader, column, found);
		const table = this.#table;
		if (table === 0) return found;
		this.#facts.tables[row] = table;
		for (let place = 0; place < this.#tableValues.length; place++) {
			const {at, column} = this.#tableValues[place] as TableFieldColumn;
			if (!this.#isSameTable || !this.#sameValues.same(reader, place)) {
				this.#values[place] = this.#valueNumber(reader, column, at);
			}

			(this.#facts.values[at] as Int32Array)[row] = this.#values[place] as number;
		}

		return found;
	}

	#readTable(reader: RecordScanner): void {
		const {bytes, starts, ends} = reader;
		const cell = this.#cell;
		let whole = true;
		this.#oddTable = false;
		this.#tables.startName();
		for (const {column} of this.#tableName) {
			const classes = nameClasses(bytes, starts[column] as number, ends[column] as number);
			if ((classes & odd) !== 0) this.#oddTable = true;
			cell.of(reader, column);
			if (cell.length === 0) whole = false;
			this.#tables.addPart(cell.bytes, cell.start, cell.end);
		}

		this.#table = whole ? this.#tables.number() : 0;
	}

	/** Returns the number of the row's value in a table field; 0 for no value. */
	#valueNumber(reader: RecordScanner, column: number, at: number): number {
		const cell = this.#cell.of(reader, column);
		if (cell.length === 0 || (mayBeNullMark(cell.bytes, cell.start, cell.end) && isNullMark(cell.text))) return 0;
		// The seed separates the values of different tables and fields.
		const seed = this.#table * tableFields.length + at;
		if (tableFields[at] === 'is_view') {
			if (!isPlainBoolean(cell.bytes, cell.start, cell.end)) cell.lowerCase();
			this.#hash.of(cell.bytes, cell.start, cell.end, seed, lowerCase);
		} else {
			this.#hash.of(cell.bytes, cell.start, cell.end, seed);
		}

		return this.#valueNumbers.put(this.#hash.low, this.#hash.high);
	}

	/** Sets the hash of the lower-cased column name. */
	#checkColumnName(row: number, reader: RecordScanner, found: readonly Finding[]): readonly Finding[] {
		const facts = this.#facts;
		const {column} = this.#columnName;
		const {bytes, starts, ends} = reader;
		const classes = nameClasses(bytes, starts[column] as number, ends[column] as number);
		const cell = this.#cell.of(reader, column);
		if (cell.length > 0) facts.named[row] = 1;
		if ((classes & wide) !== 0) {
			const {text} = cell;
			if (cell.lowerCase().text !== text) facts.upperCase[row] = 1;
		} else if ((classes & upper) !== 0) {
			facts.upperCase[row] = 1;
		}

		hashColumnName(this.#hash, cell.bytes, cell.start, cell.end);
		facts.low[row] = this.#hash.low;
		facts.high[row] = this.#hash.high;
		if ((classes & odd) === 0) return found;
		this.isCanonical = false;
		return this.#applyRules(row, reader, this.#columnName, found);
	}

	/** Applies the rules to a cell. */
	#applyRules(
		row: number,
		reader: RecordScanner,
		{field, column}: FieldColumn,
		found: readonly Finding[],
	): readonly Finding[] {
		const raw = reader.value(column);
		const value = trim(raw);
		const broken = (rulesOf.get(field) ?? []).filter(rule => rule.isBroken(value, raw));
		return broken.length === 0 ? found : [...found, ...broken.map(({code}) => ({row, code, field}))];
	}
}

/** True if a record ends with LF and not with CRLF. */
function endsWithLineFeedAlone(reader: RecordScanner): boolean {
	const end = reader.rawStart(0) + reader.length;
	return reader.bytes[end - 1] === 0x0a && reader.bytes[end - 2] !== 0x0d;
}

/** Returns the findings of a record that is too long: it is not checked, but the scan for its end has found broken quotes. */
function tooLong(row: number, {isBroken: broken}: RecordScanner): readonly Finding[] {
	const found: readonly Finding[] = [{row, code: 'record-too-long'}];
	return broken ? [...found, {row, code: 'quote-error'}] : found;
}
