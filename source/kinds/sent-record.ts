/** A record as it is sent. One object is filled again for each record; its bytes are valid during the call that gets it. */
export type SentRecord = {
	/** The row that it was made of. */
	readonly row: number;
	/** The number in the file of that row if the record has the values that it has there, as they are written there; otherwise 0. */
	readonly rowInFile: number;
	/** Its offset in what is sent of the file. */
	readonly offset: number;
	/** The bytes that have it from `start` to `end`, with or without its line end. */
	readonly bytes: Buffer;
	readonly start: number;
	readonly end: number;
};

/** Passes on the records of a file that is sent exactly as it is, without their bytes. */
export type PassUnread = (onRecord: OnSentRecord) => void;

/** Called with each record that is sent, in order. */
export type OnSentRecord = (record: SentRecord) => void;

const noBytes = Buffer.alloc(0);

/** Passes records on while they are written. */
export class SentRecords {
	readonly #onRecord: OnSentRecord;
	readonly #record: {-readonly [Part in keyof SentRecord]: SentRecord[Part]} = {
		row: 0,
		rowInFile: 0,
		offset: 0,
		bytes: noBytes,
		start: 0,
		end: 0,
	};
	#offset: number;

	/** `offset` is the number of bytes before the first record. */
	constructor(onRecord: OnSentRecord, offset = 0) {
		this.#onRecord = onRecord;
		this.#offset = offset;
	}

	/**
	Passes a record on whose values are as in the file, where its row may have another number. `length` is its number of bytes with its
	line end.
	*/
	addSame(row: number, rowInFile: number, bytes: Buffer, start: number, end: number, length = end - start): void {
		this.#record.rowInFile = rowInFile;
		this.#add(row, bytes, start, end, length);
	}

	/** Passes a record on that is not as in the file. */
	add(row: number, bytes: Buffer, start: number, end: number, length = end - start): void {
		this.#record.rowInFile = 0;
		this.#add(row, bytes, start, end, length);
	}

	/** Passes a record on that is as in the file, without its bytes. */
	addUnread(row: number, length: number): void {
		this.#record.rowInFile = row;
		this.#add(row, noBytes, 0, 0, length);
	}

	#add(row: number, bytes: Buffer, start: number, end: number, length: number): void {
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
