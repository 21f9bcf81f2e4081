import {parse} from 'csv-parse/sync';
import {ImportError} from './import-error.ts';

/** A parsed row of an upload. */
export type ImportedRow = {
	readonly database: string;
	readonly schema: string;
	readonly table: string;
	readonly column: string;
	readonly columnDescription: string;
	readonly columnType: string;
	readonly sortOrder: number;
	readonly description: string;
	readonly isView: boolean | null;
};

/**
Parses an upload as documented: UTF-8, commas, the documented header. Secoda may accept other forms [unknown]; the sandbox does not. @throws ImportError
*/
export function parseRows(file: Buffer): readonly ImportedRow[] {
	let lines: string[][];
	try {
		lines = parse(file);
	} catch (error) {
		throw new ImportError(error instanceof Error ? error.message : String(error));
	}

	const [header = [], ...records] = lines;
	const at = (name: string) => header.indexOf(name);
	for (const name of ['col_name', 'database', 'schema', 'name']) {
		if (at(name) === -1) throw new ImportError(`the column ${name} is missing`);
	}

	const sortOrder = at('sort_order') === -1 ? at('col_sort_order') : at('sort_order');
	return records.map((cells, index) => {
		const cell = (name: string) => cells[at(name)] ?? '';
		const names = ['col_name', 'database', 'schema', 'name'].map(cell);
		const line = index + 2;
		if (names.some(name => name === '' || name.includes('.')))
			throw new ImportError(`row ${line}: a name is empty or contains a period`);
		const order = cells[sortOrder] ?? '0';
		if (!/^-?\d*$/.test(order)) throw new ImportError(`row ${line}: sort_order is not an integer`);
		if (!/^(?:true|false)?$/.test(cell('is_view'))) throw new ImportError(`row ${line}: is_view is not true or false`);
		if (!/^(?:\d+|None)?$/.test(cell('last_updated_time')))
			throw new ImportError(`row ${line}: last_updated_time is not an epoch`);
		return {
			database: cell('database'),
			schema: cell('schema'),
			table: cell('name'),
			column: cell('col_name').toLowerCase(),
			columnDescription: cell('col_description'),
			columnType: cell('col_type'),
			sortOrder: Number(order || 0),
			description: cell('description'),
			isView: cell('is_view') === '' ? null : cell('is_view') === 'true',
		};
	});
}
