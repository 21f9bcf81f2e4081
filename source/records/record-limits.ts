/** The limits of one record: they bound the memory that reading it takes. */
export type RecordLimits = {
	/** Maximum bytes of a record with its line end. A longer one is skipped to its end. */
	readonly record: number;
	/** Maximum bytes of a quoted cell. A quote that is still open after that is text. */
	readonly quoted: number;
	/** Maximum cells that are read, at least 32. Further cells are only counted. */
	readonly cells: number;
};

const mebibyte = 1024 * 1024;

export const recordLimits: RecordLimits = {record: 16 * mebibyte, quoted: 4 * mebibyte, cells: mebibyte};

/** As it is sent, a record can be longer than in the file: with quotes around cells that had none, and each quote doubled. */
const longestSent = 4 * recordLimits.record;
export const sentLimits: RecordLimits = {...recordLimits, record: longestSent, quoted: longestSent};
