import {CellSpans} from './cell-spans.ts';

/** Returned when the bytes end before the record does. */
export const unfinished = -1;

/** Distinguishes the end of the file and the end of the current bytes. */
export type InputRemaining = 'more' | 'end';

/** The known facts about a record that is too long to be read. */
export type UnreadRecord = {readonly length: number; readonly broken: boolean};

/**
Finds records in bytes: where each ends, and its cells as spans; nothing is decoded until it is asked for. One instance is
used for record after record.
*/
export abstract class RecordScanner extends CellSpans {
	/** True if the record cannot be read as it should be. */
	isBroken = false;
	/** Line ends inside the record, its own not counted. */
	innerLines = 0;
	/** Bytes of the record, its line end included. */
	length = 0;

	/**
	Reads the record that starts at `start`, before `limit`, and returns the offset behind its line end. When it may go
	on behind `limit` it returns `unfinished`, unless the file ends there. Records of the same bytes must be
	read in order.
	*/
	abstract next(bytes: Buffer, start: number, limit: number, behind: InputRemaining): number;

	/** Continues an unfinished record, of which the byte at `heldFrom` now lies at `start`; see `next`. */
	abstract resume(bytes: Buffer, start: number, limit: number, behind: InputRemaining): number;

	/** The first byte that an unfinished record needs when it is resumed. */
	abstract get heldFrom(): number;

	/** True if the record is over the limit. */
	abstract get tooLong(): boolean;

	/** Reads the one record that lies between `start` and `end`; its line end may be part of it. */
	read(bytes: Buffer, start: number, end: number): this {
		if (this.next(bytes, start, end, 'end') < end) throw new RangeError('the bytes hold more than one record');
		return this;
	}

	/** Takes a record whose bytes are not read again because they are too many. */
	setUnread({length, broken}: UnreadRecord): this {
		this.clear(Buffer.alloc(0));
		this.isDropped = true;
		this.isBroken = broken;
		this.innerLines = 0;
		this.length = length;
		return this;
	}
}
