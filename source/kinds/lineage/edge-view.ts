import type {JsonScanner} from '../../records/jsonl/json-scanner.ts';

/** The edge of a row, as its line is now or would be. */
export type EdgeView = {
	readonly row: number;
	/** The line, with misspelt keys under their right names. */
	readonly record: JsonScanner;
};
