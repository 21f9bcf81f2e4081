/** Maximum number of keys: a file that gives each line keys of its own must not fill the memory. */
const maxKeys = 65_536;

/** Returned for a key that is not in a table. */
export const noKey = -1;

/** The keys of JSON objects, numbered from 0 in the order in which they are added, and found by the bytes of their names. */
export class KeyTable {
	readonly names: string[] = [];
	readonly #numbers = new Map<string, number>();
	/** The bytes of each name as JSON writes it without escapes. */
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
		this.#bytes.push(Buffer.from(name));
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

	/** Returns the number of the key whose name has these bytes; adds it if it is new. `before`: the key before it, or `noKey`. */
	read(bytes: Buffer, start: number, end: number, before: number): number {
		const expected = this.#next[before + 1] as number;
		if (expected !== noKey && this.#is(expected, bytes, start, end)) return expected;
		const number = this.add(bytes.toString('utf8', start, end));
		this.#next[before + 1] = number;
		return number;
	}

	#is(number: number, bytes: Buffer, start: number, end: number): boolean {
		const name = this.#bytes[number] as Buffer;
		if (name.length !== end - start) return false;
		for (let at = 0; at < name.length; at++) if (name[at] !== bytes[start + at]) return false;
		return true;
	}
}
