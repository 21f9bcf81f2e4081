import {changeFix} from '../../change-fix.ts';
import {isNullMark} from '../../values/null-mark.ts';
import {descriptionFields, type Field, nameFields} from '../field.ts';
import type {CellRule} from './cell-rule.ts';

const descriptions: readonly Field[] = descriptionFields;

export const nullMark: CellRule = {
	code: 'null-mark',
	fields: [...nameFields, ...descriptionFields],
	hasSafeFixes: false,
	isBroken: value => value !== '' && isNullMark(value),
	message: () => 'Possible null placeholder. Empty the cell if there is no value.',
	// A column may really be called "na", so names have no fix.
	fixes: field => (descriptions.includes(field) ? [changeFix(field, '', 'unsafe', 'empty the cell')] : []),
	page: {
		meaning:
			'A description or a name is a null placeholder of an export: None, NULL, NA, N/A, nan or \\N, in any case.',
		reason:
			'Secoda would show the word as the text of the page. A column may really be called "na", so this is a warning.',
		example: {text: 'col_name,col_description,database,schema,name\nid,None,shop,sales,orders\n'},
		fixes: [
			{kind: 'proposed', text: 'In descriptions, the cell is emptied.'},
			{
				kind: 'edit',
				text: 'In names, type the real name, or skip the row if it does not describe a column.',
				fixed: 'col_name,col_description,database,schema,name\nid,,shop,sales,orders\n',
			},
		],
	},
};
