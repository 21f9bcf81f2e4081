import type {JsonScanner} from '../../records/jsonl/json-scanner.ts';
import type {MisspeltKey} from '../json/key-names.ts';

/** The edge of a row, as its line is now or would be. */
export type EdgeView = {
	readonly row: number;
	/** The line, with the values of misspelt keys under their right names. */
	readonly record: JsonScanner;
	readonly misspelt: readonly MisspeltKey[];
};
