import {changeFix} from '../../change-fix.ts';
import {type Field, nameFields} from '../field.ts';
import type {CellRule} from './cell-rule.ts';

/** The fields that exports write only in the first row of a group. */
const groupFields: readonly Field[] = ['database', 'schema', 'name'];

export const required: CellRule = {
	code: 'required',
	fields: nameFields,
	hasSafeFixes: false,
	isBroken: value => value === '',
	message: field => `${field} is empty. Secoda needs it to identify the column.`,
	fixes(field, _value, {above}) {
		const value = groupFields.includes(field) ? above(field) : '';
		return value === '' ? [] : [changeFix(field, value, 'unsafe', `change to ${value}, the value above`)];
	},
	page: {
		meaning: 'col_name, database, schema or name is empty in a row.',
		reason:
			'These four names are the identity of a page. Without one of them Secoda cannot know which column the row describes.',
		example: {text: 'col_name,database,schema,name\nid,shop,sales,orders\ntotal,shop,sales,\n'},
		fixes: [
			{
				kind: 'proposed',
				text: 'An empty database, schema or table takes the value above it. Exports for people often write it only in the first row of a group.',
			},
			{
				kind: 'edit',
				text: 'Type the missing name, or skip the row.',
				fixed: 'col_name,database,schema,name\nid,shop,sales,orders\ntotal,shop,sales,orders\n',
			},
		],
	},
};
