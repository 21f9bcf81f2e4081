import {renameKeys} from '../../records/jsonl/rename-keys.ts';
import type {JsonRow} from './json-row.ts';

/** Returns the text of a row in which the misspelt keys have their right names. */
export function renamed({line: {misspelt}, written, format}: JsonRow): string {
	const names = new Map(misspelt.map(({key, name}) => [key, name]));
	return format.rowText(renameKeys(written.bytes, names));
}
