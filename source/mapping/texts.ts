import type {Field} from '../kinds/warehouse/field.ts';
import type {ForeignColumn} from './foreign-column.ts';

/** The reasons that neighbours give. */
export const neighbourReasons = {
	cluster: (database: string) => `beside "${database}", which has the platform`,
	catalog: (database: string) => `contains "${database}", which is the schema`,
	inCatalog: (catalog: string) => `is in "${catalog}", which is the database`,
	dataset: (table: string) => `contains the tables of "${table}"`,
	noTable: 'no other label names a table',
	project: (dataset: string) => `contains "${dataset}", which is the schema`,
	owner: 'the owner of a table is its schema',
	name: (table: string) => `beside "${table}", which has the tables`,
	names: (identifier: string) => `beside "${identifier}", which has the names`,
	differentNames: 'another name in each row',
	shortTexts: 'another short text in each row of a table',
	description: (table: string) => `beside "${table}", which describes the tables`,
	differentTexts: 'another text in each row of a table',
	onlyDescription: 'the only description',
};

/** The meaning of each field, for `label means "…"`. */
const meanings: {readonly [F in Field]: string} = {
	col_name: 'column',
	col_description: 'column description',
	col_type: 'data type',
	sort_order: 'position',
	database: 'database',
	schema: 'schema',
	name: 'table',
	description: 'table description',
	is_view: 'table type',
	last_updated_time: 'time of change',
};

export const exactReason = 'known label';

/** Returns the reason of a label whose words mean a field. */
export function labelReason(field: Field): string {
	return `label means "${meanings[field]}"`;
}

/** Returns what the values of a column show for a field; `undefined` if they show nothing. */
export function valuesReason(field: Field, {facts, runs, tables}: ForeignColumn): string | undefined {
	const {filled, distinct, shares} = facts;
	if (filled === 0) return undefined;
	const count = (noun: string) => `${filled} ${noun}${filled === 1 ? '' : 's'}`;
	switch (field) {
		case 'col_name': {
			const names = shares.isIdentifier > 0.8 ? count('identifier') : count('name');
			if (runs.unique < 1) return names;
			return `${names}, unique${tables > 1 ? ' within each table' : ''}`;
		}
		case 'name':
		case 'schema':
		case 'database':
			return `${distinct} ${distinct === 1 ? 'name' : 'names'} in ${filled} ${filled === 1 ? 'row' : 'rows'}`;
		case 'col_description':
			return runs.constant < 0.5 ? 'text, differs on each row' : 'text';
		case 'description':
			return runs.comparable > 0 && runs.constant > 0.9 ? 'text, the same for each table' : 'text';
		case 'col_type':
			return shares.isTypeWord > 0.5 ? count('type') : undefined;
		case 'sort_order':
			return runs.restarts > 0 ? 'numbers that restart with each table' : count('number');
		case 'is_view':
			return shares.isTableType > 0.8 ? count('table type') : 'yes or no';
		case 'last_updated_time':
			return count('time');
		default:
			return field satisfies never;
	}
}

export function splitReason(filled: number, parts: number): string {
	return `${filled} names of ${parts} parts`;
}
