import type {ResourceName} from '../../kinds/resources.ts';

/** Ends each part of a name: a byte that never occurs in UTF-8. */
const partEnd = 0xff;

/** Names by number, from 1, as bytes: a name of 40 characters takes about 50. */
export class PackedNames {
	#bytes = Buffer.alloc(1024);
	#length = 0;
	/** For each number the end of its name. */
	#ends = new Float64Array(64);
	#count = 0;

	/** Adds the name of the next number. */
	add(name: ResourceName): void {
		for (const part of name) this.#addPart(part);
		this.#count++;
		if (this.#count === this.#ends.length) {
			const ends = new Float64Array(2 * this.#ends.length);
			ends.set(this.#ends);
			this.#ends = ends;
		}

		this.#ends[this.#count] = this.#length;
	}

	/** Returns a name; empty if the number has none. */
	at(number: number): ResourceName {
		const parts: string[] = [];
		let start = this.#ends[number - 1] ?? 0;
		for (let at = start; at < (this.#ends[number] ?? 0); at++) {
			if (this.#bytes[at] !== partEnd) continue;
			parts.push(this.#bytes.toString('utf8', start, at));
			start = at + 1;
		}

		return parts;
	}

	#addPart(part: string): void {
		const most = this.#length + 3 * part.length + 1;
		if (most > this.#bytes.length) {
			const bytes = Buffer.alloc(Math.max(most, 2 * this.#bytes.length));
			bytes.set(this.#bytes);
			this.#bytes = bytes;
		}

		this.#length += this.#bytes.write(part, this.#length);
		this.#bytes[this.#length++] = partEnd;
	}
}
