/** A record as it is sent. One object is filled again for each record; its bytes are valid during the call that gets it. */
export type SentRecord = {
	/** The row that it was made of. */
	readonly row: number;
	/** Its offset in what is sent of the file. */
	readonly offset: number;
	/** The bytes that have it from `start` to `end`, with or without its line end. */
	readonly bytes: Buffer;
	readonly start: number;
	readonly end: number;
};

/** Called with each record that is sent, in order. */
export type OnSentRecord = (record: SentRecord) => void;

/** Passes records on while they are written. */
export class SentRecords {
	readonly #onRecord: OnSentRecord;
	readonly #record: {-readonly [Part in keyof SentRecord]: SentRecord[Part]} = {
		row: 0,
		offset: 0,
		bytes: Buffer.alloc(0),
		start: 0,
		end: 0,
	};
	#offset: number;

	/** `offset` is the number of bytes before the first record. */
	constructor(onRecord: OnSentRecord, offset = 0) {
		this.#onRecord = onRecord;
		this.#offset = offset;
	}

	/** Passes a record on. `length` is its number of bytes with its line end. */
	add(row: number, bytes: Buffer, start: number, end: number, length = end - start): void {
		const record = this.#record;
		record.row = row;
		record.offset = this.#offset;
		record.bytes = bytes;
		record.start = start;
		record.end = end;
		this.#offset += length;
		this.#onRecord(record);
	}
}
