import {lowerCase} from '../../bytes/classes.ts';
import {enlarged} from '../../keys/enlarged.ts';
import {KeyHash, type ResourceKey} from '../../keys/key-hash.ts';
import {KeyIds} from '../../keys/key-ids.ts';
import {textBytes} from '../../keys/text-bytes.ts';

/** Maximum number of characters outside of ASCII to remember. */
const maxWide = 512;

/** The ids of a file, of resources and of parents, numbered from 1. Ids that differ only in case have the same folded number. */
export class ResourceIds {
	readonly #keys = new KeyIds();
	readonly #key = new KeyHash();
	/** The states of the hashes after the start of the id before, as in the file and in lower case; its bytes, and their number. */
	readonly #start = new KeyHash().start();
	readonly #lowerStart = new KeyHash().start();
	#startBytes: Buffer = Buffer.alloc(256);
	#startLength = 0;
	/** The end of an id, in lower case. */
	#lower: Buffer = Buffer.alloc(256);
	/** By number: the number of the id in lower case. */
	#folded = new Int32Array(1024);
	/** For each ASCII character, 1 if an id has it; and the other characters of ids. */
	readonly #ascii = new Uint8Array(128);
	readonly #wide = new Set<string>();

	/** The number of ids, which is also the last one's. */
	get count(): number {
		return this.#keys.count;
	}

	/** Reserves capacity for a number of ids. */
	reserve(count: number): void {
		this.#keys.reserve(count);
		this.#folded = enlarged(this.#folded, count + 1);
	}

	/** Returns the number of the id with these bytes, which are ASCII. `upper`: 1 if one of them is an upper-case letter. */
	putBytes(bytes: Uint8Array, start: number, end: number, upper: number): number {
		const from = this.#addStart(bytes, start, end);
		const known = this.#keys.count;
		const number = this.#keys.put(this.#key.copy(this.#start).add(bytes, from, end).finish());
		if (number <= known) return number;
		for (let at = from; at < end; at++) this.#ascii[bytes[at] as number] = 1;
		return this.#setFolded(number, upper === 0 ? number : this.#putLower(bytes, from, end));
	}

	/** Returns the number of the id with the current start and an end, in lower case. */
	#putLower(bytes: Uint8Array, from: number, end: number): number {
		const lower = this.#lowered(bytes, from, end);
		const key = this.#key.copy(this.#lowerStart).add(lower, 0, end - from);
		const known = this.#keys.count;
		const number = this.#keys.put(key.finish());
		return number <= known ? number : this.#setFolded(number, number);
	}

	/** Returns bytes in lower case, valid until the next call. */
	#lowered(bytes: Uint8Array, start: number, end: number): Buffer {
		if (end - start > this.#lower.length) this.#lower = Buffer.alloc(2 * (end - start));
		const lower = this.#lower;
		for (let at = start; at < end; at++) {
			const byte = lowerCase[bytes[at] as number] as number;
			lower[at - start] = byte;
			this.#ascii[byte] = 1;
		}

		return lower;
	}

	/** Hashes the start of an id, to its last period, unless it is that of the id before. Returns its end. */
	#addStart(bytes: Uint8Array, start: number, end: number): number {
		let from = start + this.#startLength;
		if (from > end || !this.#hasStart(bytes, start)) {
			this.#start.start();
			this.#lowerStart.start();
			this.#startLength = 0;
			from = start;
		}

		let period = end - 1;
		while (period >= from && bytes[period] !== 0x2e) period--;
		if (period < from) return from;
		const length = period + 1 - start;
		if (length > this.#startBytes.length) this.#startBytes = Buffer.concat([this.#startBytes], 2 * length);
		for (let at = from; at <= period; at++) {
			const byte = bytes[at] as number;
			this.#startBytes[at - start] = byte;
			this.#ascii[byte] = 1;
		}

		this.#start.add(bytes, from, period + 1);
		this.#lowerStart.add(this.#lowered(bytes, from, period + 1), 0, period + 1 - from);
		this.#startLength = length;
		return period + 1;
	}

	#hasStart(bytes: Uint8Array, start: number): boolean {
		const known = this.#startBytes;
		for (let at = this.#startLength - 1; at >= 0; at--) if (bytes[start + at] !== known[at]) return false;
		return true;
	}

	/** Returns the number of an id. */
	put(id: string): number {
		const known = this.#keys.count;
		const number = this.#keys.put(keyOfText(this.#key, id));
		if (number <= known) return number;
		for (const character of id) {
			const code = character.codePointAt(0) ?? 0;
			if (code < this.#ascii.length) this.#ascii[code] = 1;
			else if (this.#wide.size < maxWide) this.#wide.add(character);
		}

		const lower = id.toLowerCase();
		return this.#setFolded(number, lower === id ? number : this.put(lower));
	}

	/** Sets the folded number of a new id, and returns its own. */
	#setFolded(number: number, folded: number): number {
		const last = Math.max(number, folded);
		if (last >= this.#folded.length) this.#folded = enlarged(this.#folded, last * 2);
		this.#folded[number] = folded;
		return number;
	}

	/** Returns the number of a known id, or 0. */
	find(id: string): number {
		return this.#keys.find(keyOfText(this.#key, id));
	}

	/** Returns the number of a known id with this hash, or 0. */
	findHash(low: number, high: number): number {
		return this.#keys.findHalf(low, high);
	}

	/** Returns the number that ids have in common if they differ only in case. */
	folded(number: number): number {
		return this.#folded[number] ?? 0;
	}

	keyOf(number: number): ResourceKey {
		return this.#keys.keyOf(number);
	}

	/** The characters that occur in ids. */
	get characters(): readonly string[] {
		return [
			...[...this.#ascii].flatMap((found, code) => (found === 1 ? [String.fromCharCode(code)] : [])),
			...this.#wide,
		];
	}
}

/** Sets a key to that of an id. */
export function keyOfText(key: KeyHash, id: string): KeyHash {
	key.start();
	if (id.isWellFormed()) return key.addText(id).finish();
	const bytes = textBytes(id);
	return key.add(bytes, 0, bytes.length).finish();
}
