import type {SourceFile} from './source-file.ts';

/** Bytes of one read. Reading and judging its records holds the main thread one or two milliseconds. */
const readSize = 256 * 1024;

/** The same while a long record is read, so that what is kept of it is not copied too often. */
const longReadSize = 1024 * 1024;

/** A piece of a file. */
export type Slice = {
	readonly bytes: Buffer;
	/** Where it lies in `bytes`. */
	readonly from: number;
	/** Where the bytes begin that no slice before had. */
	readonly fresh: number;
	readonly to: number;
	/** Added to an index in `bytes`, gives the offset in the file. */
	readonly offset: number;
	/** True if the file ends with it. */
	readonly isEnd: boolean;
};

/**
Reads a file from `start` to its end, a slice at a time, into two buffers that take turns: while one is worked on, the
other is being filled. What a slice leaves unfinished is put before the bytes of the next.
*/
export class Slices {
	readonly #file: SourceFile;
	#position: number;
	/** Room in each buffer for the bytes that are left from the slice before. */
	#headroom = 16 * 1024;
	#readSize = readSize;
	#spare: Buffer = Buffer.allocUnsafeSlow(this.#headroom + readSize);
	#ahead: Promise<number>;
	#slice: Slice = {bytes: Buffer.alloc(0), from: 0, fresh: 0, to: 0, offset: 0, isEnd: false};
	/** Where the unfinished bytes of the slice begin. */
	#kept = 0;

	constructor(file: SourceFile, start: number) {
		this.#file = file;
		this.#position = start;
		this.#slice = {...this.#slice, offset: start};
		this.#ahead = this.#read(this.#spare);
	}

	/** The next slice, or `undefined` behind the last one. The bytes of the slice before are gone then. */
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

	/** Sets where in this slice the next one starts. */
	keep(from: number): void {
		this.#kept = from;
	}

	/** Waits for a read that has not ended. Must be called at the end, also after an error. */
	async end(): Promise<void> {
		await this.#ahead.catch(() => undefined);
	}

	#read(into: Buffer): Promise<number> {
		return this.#file.readInto(into, this.#headroom, this.#readSize, this.#position);
	}

	/** The buffer that was filled, with room before what was read for so many bytes. */
	#withRoomFor(held: number, read: number): Buffer {
		if (held <= this.#headroom) return this.#spare;
		this.#readSize = held < readSize ? readSize : longReadSize;
		const wider = Buffer.allocUnsafeSlow(2 * held + this.#readSize);
		this.#spare.copy(wider, 2 * held, this.#headroom, this.#headroom + read);
		this.#headroom = 2 * held;
		return wider;
	}
}
