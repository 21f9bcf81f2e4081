import {nameFields} from '../field.ts';
import type {CellRule} from './cell-rule.ts';

export const required: CellRule = {
	code: 'required',
	fields: nameFields,
	hasSafeFixes: false,
	isBroken: value => value === '',
	message: field => `${field} is empty. Secoda needs it to identify the column.`,
	fixes: () => [],
	page: {
		meaning: 'col_name, database, schema or name is empty in a row.',
		reason:
			'These four names are the identity of a page. Without one of them Secoda cannot know which column the row describes.',
		example: {text: 'col_name,database,schema,name\nid,shop,sales,\n'},
		fixes: [
			{
				kind: 'edit',
				text: 'Type the missing name, or skip the row.',
				fixed: 'col_name,database,schema,name\nid,shop,sales,orders\n',
			},
		],
	},
};
