import type {Field} from './field.ts';

/** The content of each field, in words. */
export const fieldDescriptions: {readonly [F in Field]: string} = {
	col_name: "the column's name",
	col_description: "the column's description",
	col_type: "the column's data type",
	sort_order: "the column's place in its table, a number",
	database: 'the database',
	schema: 'the schema',
	name: "the table's name",
	description: "the table's description",
	is_view: 'whether the table is a view',
	last_updated_time: 'when the table was last changed',
};
