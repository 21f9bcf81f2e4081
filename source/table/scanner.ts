import {dialect} from './dialect.ts';

type State = 'field-start' | 'plain' | 'quoted' | 'quote-in-quoted' | 'after-cr';

const {delimiter, quote, lineFeed, carriageReturn} = dialect;

/**
A quote-aware pass over bytes that finds where records start.

Push the chunks of a file in order; `onRecord` gets the absolute offset of each record that follows another. A quoted
field ends at a quote before a delimiter, a line end or the end of the file; after any other quote the rest of the
field is text, as csv-parse reads it with `relax_quotes`.
*/
export class Scanner {
	#state: State = 'field-start';
	#position: number;
	#openQuote = 0;
	readonly #onRecord: (offset: number) => void;

	constructor(start: number, onRecord: (offset: number) => void) {
		this.#position = start;
		this.#onRecord = onRecord;
	}

	push(chunk: Uint8Array): void {
		const base = this.#position;
		const {length} = chunk;
		let state = this.#state;
		for (let index = 0; index < length; index++) {
			if (state === 'quoted') {
				const next = chunk.indexOf(quote, index);
				if (next === -1) break;
				index = next;
				state = 'quote-in-quoted';
				continue;
			}

			const byte = chunk[index];
			if (state === 'after-cr') {
				state = 'field-start';
				this.#onRecord(base + index + (byte === lineFeed ? 1 : 0));
				if (byte === lineFeed) continue;
			}

			if (byte === delimiter) {
				state = 'field-start';
			} else if (byte === lineFeed) {
				state = 'field-start';
				this.#onRecord(base + index + 1);
			} else if (byte === carriageReturn) {
				state = 'after-cr';
			} else if (byte === quote && state === 'field-start') {
				state = 'quoted';
				this.#openQuote = base + index;
			} else if (byte === quote && state === 'quote-in-quoted') {
				state = 'quoted';
			} else {
				state = 'plain';
			}
		}

		this.#state = state;
		this.#position = base + length;
	}

	/**
	Ends the pass. The answer is the offset of a quote that was never closed: everything behind it was taken for its
	text, so the caller reads on from the byte after it with `readQuoteAsText`.
	*/
	finish(): number | undefined {
		if (this.#state === 'after-cr') this.#onRecord(this.#position);
		return this.#state === 'quoted' ? this.#openQuote : undefined;
	}

	/** Goes back to just behind the quote at `offset` and takes that quote for a plain character. */
	readQuoteAsText(offset: number): void {
		this.#state = 'plain';
		this.#position = offset + 1;
	}
}
