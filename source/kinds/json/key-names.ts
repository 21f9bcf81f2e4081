import type {JsonColumns} from '../../records/jsonl/json-columns.ts';

/** A key that is not written as Secoda knows it. */
export type MisspeltKey = {
	/** The key in the file. */
	readonly key: string;
	/** The key that Secoda knows. */
	readonly name: string;
};

/** Finds the known keys that unknown ones are meant for. */
export class KeyNames {
	readonly #columns: JsonColumns;
	readonly #known: ReadonlyMap<string, string>;
	readonly #aliases: ReadonlyMap<string, string>;
	/** The name for each unknown key that was asked for, by its number; empty if it is not a misspelling. */
	readonly #names: string[] = [];

	/** `aliases` are other spellings, as they are written. */
	constructor(columns: JsonColumns, aliases: ReadonlyMap<string, string> = new Map()) {
		this.#columns = columns;
		this.#aliases = aliases;
		const keys = columns.known.flatMap(({key, inner}) => (inner === undefined ? [key] : []));
		this.#known = new Map(keys.map(key => [squeezed(key), key]));
		columns.isMeant = key => this.nameFor(key) !== '';
	}

	/** Returns the known key that an unknown one, by its number, is meant for; empty for any other key. */
	nameOf(key: number): string {
		this.#names[key] ??= this.nameFor(this.#columns.keys.names[key] ?? '');
		return this.#names[key];
	}

	/** The same for a key by its text. */
	nameFor(key: string): string {
		return this.#aliases.get(key) ?? this.#known.get(squeezed(key)) ?? '';
	}
}

/** Returns a key without the differences that a person does not see as one. */
function squeezed(key: string): string {
	return key.toLowerCase().replaceAll(/[_ -]/g, '');
}
