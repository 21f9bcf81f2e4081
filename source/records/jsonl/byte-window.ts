/** Bytes before the first unread one that are kept, to show them beside an error. */
const keptBefore = 512;

/** The bytes of a stream that are not read to their end yet, and a few before them. */
export class ByteWindow {
	bytes: Buffer = Buffer.allocUnsafe(0);
	/** Where the unread bytes begin and end in `bytes`. */
	at = 0;
	end = 0;

	/** Adds the next bytes of the stream. Offsets in `bytes` from before are no longer valid. */
	append(piece: Uint8Array): void {
		const from = Math.max(0, this.at - keptBefore);
		const length = this.end - from + piece.length;
		// Twice the size, so that a long value is not copied for each piece.
		const room = this.end + piece.length <= this.bytes.length ? this.bytes : Buffer.allocUnsafe(2 * length);
		const start = room === this.bytes ? from : 0;
		if (room !== this.bytes) this.bytes.copy(room, 0, from, this.end);
		room.set(piece, start + this.end - from);
		this.bytes = room;
		this.at += start - from;
		this.end = start + length;
	}
}
