import type {LikelyCause} from '../record-checker.ts';
import type {WarehouseHeader} from './header.ts';
import type {Conflict} from './keys/conflicts.ts';

/** A table's description that has so many different values a row, on average, is none. */
const distinctValuesPerRow = 0.5;

/** Tells of a file whose "description" is another one in nearly every row of a table: it describes columns. */
export function columnDescriptionCause(
	conflicts: Iterable<Conflict>,
	{mapping}: WarehouseHeader,
): LikelyCause | undefined {
	let rows = 0;
	let values = 0;
	let tables = 0;
	for (const conflict of conflicts) {
		tables++;
		values += conflict.values.length;
		rows += conflict.values.reduce((sum, {count}) => sum + count, 0);
	}

	if (tables === 0 || values < rows * distinctValuesPerRow) return undefined;
	return {
		code: 'table-conflict',
		message: 'The description differs from row to row within a table: it looks like the description of the columns.',
		next:
			mapping.col_description === undefined
				? 'Map it: --map description=col_description'
				: 'Secoda takes that as col_description, which the file has too: rename or remove one of the two.',
	};
}
