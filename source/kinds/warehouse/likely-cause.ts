import type {LikelyCause} from '../record-checker.ts';
import type {WarehouseHeader} from './header.ts';
import type {Conflict} from './keys/conflicts.ts';

/** More distinct values per row than this mean that the description is not one of tables. */
const distinctValuesPerRow = 0.5;

/** Returns a cause if "description" differs in nearly every row of a table: then it describes columns. */
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
		remedy: 'map',
		message: 'The description differs between the rows of a table. It is probably the description of the columns.',
		next:
			mapping.col_description === undefined
				? 'Map it: --map description=col_description'
				: 'Secoda expects it in col_description, but the file has that column too. Rename or remove one of the two.',
	};
}
