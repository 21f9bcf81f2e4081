/** The limits of one record: they bound the memory that reading it takes. */
export type RecordLimits = {
	/** Bytes of a record, its line end included. Of a longer one only the end is found. */
	readonly record: number;
	/** Bytes of a quoted cell. A quote that is still open then is text. */
	readonly quoted: number;
	/** Cells that are read, at least 32. Further ones are only counted. */
	readonly cells: number;
};

const mebibyte = 1024 * 1024;

export const recordLimits: RecordLimits = {record: 16 * mebibyte, quoted: 4 * mebibyte, cells: mebibyte};
