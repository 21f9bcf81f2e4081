import {KeyTable, noKey} from './key-table.ts';

/** The type that the values of a column should have: it decides how a typed value is written. */
export type ColumnType = 'string' | 'boolean' | 'integer' | 'strings' | 'object' | 'any';

/** A key of the lines of a file, or a key of an object in them. */
export type JsonColumn = {
	readonly key: string;
	/** The key inside of the object at `key`. */
	readonly inner?: string;
	readonly type: ColumnType;
};

/** The keys that were found in a file. */
export type ColumnsState = {
	/** The keys of lines by their numbers. */
	readonly names: readonly string[];
	/** The unknown keys that have columns, by column. */
	readonly unknown: readonly string[];
	/** By key number: the column of a key. */
	readonly columnOf: readonly number[];
	readonly hasValues: Uint8Array<ArrayBuffer>;
};

/** Maximum number of unknown keys that are shown as columns, and of further ones that are meant for known keys. */
const maxUnknownColumns = 500;

/** The keys of an object in a line that have columns of their own. */
export type InnerKeys = {
	readonly keys: KeyTable;
	readonly columns: readonly number[];
	/** The columns by key number; `noKey` for a key without one. */
	readonly columnOf: readonly number[];
};

/**
The columns of a JSON Lines file: first the keys that its kind knows, then others in the order in which they occur. All scanners of a
file share one instance.
*/
export class JsonColumns {
	/** The keys of a line. */
	readonly keys = new KeyTable();
	readonly known: readonly JsonColumn[];
	/** True for an unknown key that is meant for a known one: its values are read even if there are too many columns. */
	isMeant: (key: string) => boolean = () => false;
	readonly #columns: JsonColumn[];
	readonly #labels: string[];
	/** By key number: the column of a key, `noKey` if it has none. */
	#columnOf: number[] = [];
	readonly #inner: InnerKeys[] = [];
	#hasValues: Uint8Array<ArrayBuffer>;

	constructor(known: readonly JsonColumn[]) {
		this.known = known;
		this.#hasValues = new Uint8Array(known.length + 2 * maxUnknownColumns);
		this.#columns = [...known];
		this.#labels = known.map(({key, inner}) => (inner === undefined ? key : `${key}.${inner}`));
		for (const [column, {key, inner}] of known.entries()) {
			const number = this.keys.add(key);
			if (inner === undefined) this.#columnOf[number] = column;
			else this.#addInner(number, inner, column);
		}
	}

	#addInner(number: number, inner: string, column: number): void {
		const {keys, columns, columnOf} = this.#inner[number] ?? {keys: new KeyTable(), columns: [], columnOf: []};
		keys.add(inner);
		this.#inner[number] = {keys, columns: [...columns, column], columnOf: [...columnOf, column]};
	}

	get state(): ColumnsState {
		const unknown = this.#labels.slice(this.known.length);
		return {names: this.keys.names, unknown, columnOf: this.#columnOf, hasValues: this.#hasValues};
	}

	/** Can be set only before a line is read. */
	set state({names, unknown, columnOf, hasValues}: ColumnsState) {
		for (const name of names) this.keys.add(name);
		for (const key of unknown) this.#addColumn(key);
		this.#columnOf = [...columnOf];
		this.#hasValues = hasValues;
	}

	get count(): number {
		return this.#columns.length;
	}

	/** The labels of the columns. Labels of unknown keys are added to the same array while they are found. */
	get labels(): readonly string[] {
		return this.#labels;
	}

	/** Returns a column. */
	at(column: number): JsonColumn | undefined {
		return this.#columns[column];
	}

	/** Notes that a line has a value in a column. */
	noteValue(column: number): void {
		this.#hasValues[column] = 1;
	}

	/** True if a line had a value in a column. */
	hasValues(column: number): boolean {
		return this.#hasValues[column] === 1;
	}

	/** Returns the column of the objects at a key. */
	objectAt(key: string): number {
		return this.columnOf(this.keys.find(key));
	}

	/** Returns the columns of the keys in the objects of a column. */
	innerColumns(object: number): readonly number[] {
		const key = this.#columns[object]?.key;
		return key === undefined ? [] : (this.#inner[this.keys.find(key)]?.columns ?? []);
	}

	/** True if the kind knows the key of a column. */
	isKnown(column: number): boolean {
		return column !== noKey && column < this.known.length;
	}

	/** Returns the column of a key of a line; a new one for a key that has none; `noKey` where there are too many. */
	columnOf(number: number): number {
		return this.#columnOf[number] ?? this.#addUnknown(number);
	}

	/** Returns the keys of the object at a key, where they have columns of their own. */
	innerOf(number: number): InnerKeys | undefined {
		return number < this.#inner.length ? this.#inner[number] : undefined;
	}

	#addUnknown(number: number): number {
		const key = this.keys.names[number];
		if (key === undefined) return noKey;
		const unknown = this.#columns.length - this.known.length;
		const isFull = unknown >= maxUnknownColumns && (unknown >= 2 * maxUnknownColumns || !this.isMeant(key));
		if (!isFull) this.#addColumn(key);
		const column = isFull ? noKey : this.#columns.length - 1;
		this.#columnOf[number] = column;
		return column;
	}

	#addColumn(key: string): void {
		this.#columns.push({key, type: 'any'});
		this.#labels.push(key);
	}
}
