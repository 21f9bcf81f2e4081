import {CellSpans} from './cell-spans.ts';

/** Returned if the bytes end before the record. */
export const unfinished = -1;

/** Distinguishes the end of the file from the end of the current bytes. */
export type InputRemaining = 'more' | 'end';

/** The known facts about a record that is too long to be read. */
export type UnreadRecord = {readonly length: number; readonly broken: boolean};

/**
Finds records in bytes: their ends, and their cells as spans. Values are decoded only when they are read. One instance is reused for
each record.
*/
export abstract class RecordScanner extends CellSpans {
	/** True if the record breaks the rules of the format. */
	isBroken = false;
	/** The number of line ends inside the record, without its own. */
	innerLines = 0;
	/** The bytes of the record with its line end. */
	length = 0;

	/**
	Reads the record that starts at `start`, before `limit`, and returns the offset after its line end. Returns `unfinished` if the
	record may continue after `limit`, unless the file ends there. Records of the same bytes must be read in order.
	*/
	abstract next(bytes: Buffer, start: number, limit: number, behind: InputRemaining): number;

	/** Continues an unfinished record whose byte at `heldFrom` is now at `start`; see `next`. */
	abstract resume(bytes: Buffer, start: number, limit: number, behind: InputRemaining): number;

	/** The offset of the first byte that an unfinished record needs when it is resumed. */
	abstract get heldFrom(): number;

	/** True if the record exceeds the limit. */
	abstract get tooLong(): boolean;

	/** Reads the record between `start` and `end`, with or without its line end. */
	read(bytes: Buffer, start: number, end: number): this {
		if (this.next(bytes, start, end, 'end') < end) throw new RangeError('the bytes hold more than one record');
		return this;
	}

	/** Sets a record that is too long, so that its bytes are not read again. */
	setUnread({length, broken}: UnreadRecord): this {
		this.clear(Buffer.alloc(0));
		this.isDropped = true;
		this.isBroken = broken;
		this.innerLines = 0;
		this.length = length;
		return this;
	}
}
