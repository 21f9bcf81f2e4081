import {type Field, fields} from './field.ts';
import type {WarehouseHeader} from './header.ts';

/** A column of the file that is sent, and its field. */
export type SentColumn = {readonly column: number; readonly field: Field};

/** Returns the columns with a field, in file order. */
export function sentColumns({mapping}: WarehouseHeader): readonly SentColumn[] {
	return fields
		.flatMap(field => (mapping[field] === undefined ? [] : [{field, column: mapping[field]}]))
		.sort((one, other) => one.column - other.column);
}
