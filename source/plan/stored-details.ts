import {enlarged} from '../kinds/keys/enlarged.ts';
import {hashName, type NameHashes} from '../kinds/keys/name-hashes.ts';
import type {IdHashes, ResourceContent, ResourceDetails} from '../kinds/resources.ts';

/** The number of 32-bit words of the hash of the content. */
const contentWords = 3;
/** The number of 32-bit words of the hashes of a name. */
const nameWords = 4;
/** The number of 32-bit words of the hashes of ids. */
const idWords = 5;

/** The details of numbered resources, in 20 to 48 bytes each. Without details it takes no memory. */
export class StoredDetails {
	#offsets = new Float64Array(0);
	#content = new Int32Array(0);
	/** Few types have these, so each array is made with the first value other than 0. */
	#parents = new Int32Array(0);
	#groups = new Int32Array(0);
	#times = new Int32Array(0);
	#names = new Int32Array(0);
	#ids = new Int32Array(0);

	/** Makes room for numbers below this one. Memory is used only when it is written to. */
	reserve(length: number): void {
		if (length <= this.#offsets.length) return;
		const offsets = new Float64Array(length);
		offsets.set(this.#offsets);
		this.#offsets = offsets;
		this.#content = enlarged(this.#content, contentWords * length);
	}

	/** Sets the details of a resource, for which there must be room. */
	set(number: number, details: Readonly<ResourceDetails>, partStart: number): void {
		const {offset, parent, group, name, ids, low, high, text, time} = details;
		this.#offsets[number] = partStart + offset;
		const at = contentWords * number;
		const content = this.#content;
		content[at] = low;
		content[at + 1] = high;
		content[at + 2] = text;
		if (parent !== 0) this.#parents = withValue(this.#parents, number, parent, this.#offsets.length);
		if (group !== 0) this.#groups = withValue(this.#groups, number, group, this.#offsets.length);
		if (time !== 0) this.#times = withValue(this.#times, number, time, this.#offsets.length);
		if (name !== undefined) this.#setName(number, hashName(name));
		if (ids !== undefined) this.#setIds(number, ids);
	}

	/** Sets the details of a resource to those of another one. */
	move(from: number, to: number): void {
		this.#offsets.copyWithin(to, from, from + 1);
		for (const {words, perNumber} of this.#arrays) {
			words.copyWithin(perNumber * to, perNumber * from, perNumber * (from + 1));
		}
	}

	/** Clears the details of the resources from `first` to `last`. */
	clear(first: number, last: number): void {
		this.#offsets.fill(0, first, last + 1);
		for (const {words, perNumber} of this.#arrays) words.fill(0, perNumber * first, perNumber * (last + 1));
	}

	get #arrays(): ReadonlyArray<{readonly words: Int32Array; readonly perNumber: number}> {
		return [
			...[this.#parents, this.#groups, this.#times].map(words => ({words, perNumber: 1})),
			{words: this.#content, perNumber: contentWords},
			{words: this.#names, perNumber: nameWords},
			{words: this.#ids, perNumber: idWords},
		];
	}

	offsetOf(number: number): number {
		return this.#offsets[number] ?? 0;
	}

	parentOf(number: number): number {
		return this.#parents[number] ?? 0;
	}

	groupOf(number: number): number {
		return this.#groups[number] ?? 0;
	}

	timeOf(number: number): number {
		return this.#times[number] ?? 0;
	}

	namesOf(number: number): NameHashes {
		const at = nameWords * number;
		const [own = 0, folded = 0, pattern = 0, plain = 0] = this.#names.subarray(at, at + nameWords);
		return {own, folded, pattern, plain};
	}

	idsOf(number: number): IdHashes {
		const at = idWords * number;
		const [own = 0, folded = 0, plain = 0, parentLow = 0, parentHigh = 0] = this.#ids.subarray(at, at + idWords);
		return {own, folded, plain, parentLow, parentHigh};
	}

	contentOf(number: number): ResourceContent {
		const at = contentWords * number;
		const [low = 0, high = 0, text = 0] = this.#content.subarray(at, at + contentWords);
		return {low, high, text, time: this.timeOf(number)};
	}

	hasSameContent(number: number, other: StoredDetails, otherNumber: number): boolean {
		const at = contentWords * number;
		const otherAt = contentWords * otherNumber;
		return this.#content[at] === other.#content[otherAt] && this.#content[at + 1] === other.#content[otherAt + 1];
	}

	#setIds(number: number, {own, folded, plain, parentLow, parentHigh}: Readonly<IdHashes>): void {
		const at = idWords * number;
		if (at >= this.#ids.length) this.#ids = enlarged(this.#ids, idWords * this.#offsets.length);
		const ids = this.#ids;
		ids[at] = own;
		ids[at + 1] = folded;
		ids[at + 2] = plain;
		ids[at + 3] = parentLow;
		ids[at + 4] = parentHigh;
	}

	#setName(number: number, {own, folded, pattern, plain}: NameHashes): void {
		if (nameWords * number >= this.#names.length) {
			this.#names = enlarged(this.#names, nameWords * this.#offsets.length);
		}

		this.#names.set([own, folded, pattern, plain], nameWords * number);
	}
}

/** Returns an array in which a number has a value. */
function withValue(
	values: Int32Array<ArrayBuffer>,
	number: number,
	value: number,
	length: number,
): Int32Array<ArrayBuffer> {
	const grown = number < values.length ? values : enlarged(values, length);
	grown[number] = value;
	return grown;
}
