/** Maximum number of keys: a file that gives each line keys of its own must not fill the memory. */
const maxKeys = 65_536;

const quote = 0x22;

/** Characters that JSON writes as escapes. */
const needsEscapes = /["\\\u0000-\u001F]/;

/** Returned for a key that is not in a table. */
export const noKey = -1;

/** The keys of JSON objects, numbered from 0 in the order in which they are added, and found by the bytes of their names. */
export class KeyTable {
	readonly names: string[] = [];
	readonly #numbers = new Map<string, number>();
	/** The bytes of each name, if JSON can write it without escapes; otherwise none. */
	readonly #bytes: Buffer[] = [];
	/** For each key, the one that followed it last; at 0 the first of an object. Objects of a file mostly have the same order. */
	#next = new Int32Array(64).fill(noKey);

	/** Adds a key, if it is new. Returns its number; `noKey` if there are too many. */
	add(name: string): number {
		const known = this.#numbers.get(name);
		if (known !== undefined) return known;
		if (this.names.length === maxKeys) return noKey;
		const number = this.names.length;
		this.names.push(name);
		this.#numbers.set(name, number);
		this.#bytes.push(Buffer.from(needsEscapes.test(name) ? '' : name));
		if (number + 1 === this.#next.length) {
			const next = new Int32Array(2 * this.#next.length).fill(noKey);
			next.set(this.#next);
			this.#next = next;
		}

		return number;
	}

	/** Returns the number of a key; `noKey` for an unknown one. */
	find(name: string): number {
		return this.#numbers.get(name) ?? noKey;
	}

	/**
	Returns the key that followed another one last (`before`, or `noKey` at the start of an object), if the bytes from `at` on are its name
	in quotes without escapes; otherwise `noKey`.
	*/
	expected(bytes: Buffer, at: number, end: number, before: number): number {
		const number = this.#next[before + 1] as number;
		if (number === noKey) return noKey;
		const name = this.#bytes[number] as Buffer;
		const behind = at + name.length + 1;
		if (name.length === 0 || behind >= end || bytes[at] !== quote || bytes[behind] !== quote) return noKey;
		for (let letter = 0; letter < name.length; letter++) if (name[letter] !== bytes[at + 1 + letter]) return noKey;
		return number;
	}

	/** Returns how many bytes the name of an expected key has. */
	lengthOf(number: number): number {
		return (this.#bytes[number] as Buffer).length;
	}

	/** Returns the number of the key whose name has these bytes; adds it if it is new. `before`: the key before it, or `noKey`. */
	read(bytes: Buffer, start: number, end: number, before: number): number {
		const number = this.add(bytes.toString('utf8', start, end));
		this.#next[before + 1] = number;
		return number;
	}
}
