import type {SourceFile} from './source-file.ts';

/** The bytes of one read. Reading and checking its records blocks the main thread for one or two milliseconds. */
const readSize = 256 * 1024;

/** The bytes of one read inside a long record, so that its kept bytes are copied less often. */
const longReadSize = 1024 * 1024;

/** A piece of a file. */
export type Slice = {
	readonly bytes: Buffer;
	/** Its start in `bytes`. */
	readonly from: number;
	/** The start of the bytes that are new in this slice. */
	readonly fresh: number;
	readonly to: number;
	/** The difference between an offset in the file and an index in `bytes`. */
	readonly offset: number;
	/** True if it is the end of the file. */
	readonly isEnd: boolean;
};

/**
Reads a file from `start` to its end in slices, with two alternating buffers: while one is processed, the other is filled. The
unfinished bytes of a slice are copied before those of the next one.
*/
export class Slices {
	readonly #file: SourceFile;
	#position: number;
	/** The room in each buffer for unfinished bytes of the previous slice. */
	#headroom = 16 * 1024;
	#readSize = readSize;
	#spare: Buffer = Buffer.allocUnsafeSlow(this.#headroom + readSize);
	#ahead: Promise<number>;
	#slice: Slice = {bytes: Buffer.alloc(0), from: 0, fresh: 0, to: 0, offset: 0, isEnd: false};
	/** The start of the unfinished bytes of the slice. */
	#kept = 0;

	constructor(file: SourceFile, start: number) {
		this.#file = file;
		this.#position = start;
		this.#slice = {...this.#slice, offset: start};
		this.#ahead = this.#read(this.#spare);
	}

	/** Returns the next slice; `undefined` after the last one. The bytes of the previous slice are no longer valid. */
	async next(): Promise<Slice | undefined> {
		const read = await this.#ahead;
		if (read === 0) return undefined;
		const {bytes: old, to} = this.#slice;
		const held = to - this.#kept;
		const bytes = this.#withRoomFor(held, read);
		const from = this.#headroom - held;
		old.copy(bytes, from, this.#kept, to);
		const offset = this.#position - this.#headroom;
		this.#position += read;
		this.#slice = {
			bytes,
			from,
			fresh: this.#headroom,
			to: this.#headroom + read,
			offset,
			isEnd: this.#position === this.#file.size,
		};
		this.#spare = old.length === bytes.length ? old : Buffer.allocUnsafeSlow(bytes.length);
		this.#ahead = this.#read(this.#spare);
		return this.#slice;
	}

	/** Sets the start of the next slice in this one. */
	keep(from: number): void {
		this.#kept = from;
	}

	/** Waits for a pending read. Must be called at the end, also after an error. */
	async end(): Promise<void> {
		await this.#ahead.catch(() => undefined);
	}

	#read(into: Buffer): Promise<number> {
		return this.#file.readInto(into, this.#headroom, this.#readSize, this.#position);
	}

	/** Returns the filled buffer, with room for this number of bytes before the new ones. */
	#withRoomFor(held: number, read: number): Buffer {
		if (held <= this.#headroom) return this.#spare;
		this.#readSize = held < readSize ? readSize : longReadSize;
		const wider = Buffer.allocUnsafeSlow(2 * held + this.#readSize);
		this.#spare.copy(wider, 2 * held, this.#headroom, this.#headroom + read);
		this.#headroom = 2 * held;
		return wider;
	}
}
