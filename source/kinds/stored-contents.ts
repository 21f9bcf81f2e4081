import {enlarged} from './keys/enlarged.ts';
import type {ResourceContent} from './resources.ts';

/** The number of 32-bit words of the hashes of a content. */
const contentWords = 4;

/** The hashes of numbered contents, in 16 bytes each. */
export class StoredContents {
	#words = new Int32Array(0);

	/** Makes room for numbers up to this one. Memory is used only when it is written to. */
	reserve(last: number): void {
		this.#words = enlarged(this.#words, contentWords * (last + 1));
	}

	set(number: number, {low, high, text, time}: ResourceContent): void {
		const at = contentWords * number;
		if (at >= this.#words.length) this.reserve(2 * number);
		const words = this.#words;
		words[at] = low;
		words[at + 1] = high;
		words[at + 2] = text;
		words[at + 3] = time;
	}

	/** Copies the hashes with a number to a content. */
	copy(number: number, content: ResourceContent): void {
		const words = this.#words;
		const at = contentWords * number;
		content.low = words[at] ?? 0;
		content.high = words[at + 1] ?? 0;
		content.text = words[at + 2] ?? 0;
		content.time = words[at + 3] ?? 0;
	}
}
