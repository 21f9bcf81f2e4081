import {ValueHash} from './keys/value-hash.ts';
import type {IdHashes, ResourceDetails} from './resources.ts';

/** The values that have hashes of their own. */
export type ContentPart = 'value' | 'text' | 'time';

/** Collects the hashes of the values of a resource, in any order. Empty values do not count. Reuse one instance. */
export class Content implements ResourceDetails {
	offset = 0;
	parent = 0;
	group = 0;
	name: string | undefined;
	ids: IdHashes | undefined;
	low = 0;
	high = 0;
	text = 0;
	time = 0;
	readonly #hash = new ValueHash();

	/** Starts the content of another resource. */
	start(offset: number, parent = 0, group = 0, name?: string): this {
		this.offset = offset;
		this.parent = parent;
		this.group = group;
		this.name = name;
		this.low = 0;
		this.high = 0;
		this.text = 0;
		this.time = 0;
		return this;
	}

	/** Adds a value. `seed` is a number of its own for each field and type. */
	add(part: ContentPart, seed: number, bytes: Buffer, start: number, end: number): void {
		const {low, high} = this.#hash.of(bytes, start, end, seed);
		if (part === 'time') {
			this.time = low;
			return;
		}

		if (part === 'text') this.text = low;
		this.low = (this.low + low) | 0;
		this.high = (this.high + high) | 0;
	}
}

/** Returns the hash of a description that a list of the catalog shows: that of the same text in a snapshot. */
export function hashText(text: string, seed: number): number {
	if (text === '') return 0;
	const bytes = Buffer.from(text);
	return new ValueHash().of(bytes, 0, bytes.length, seed).low;
}
