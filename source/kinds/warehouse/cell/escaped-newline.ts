import {escapedNewlineText} from '../../text-rules.ts';
import {descriptionFields} from '../field.ts';
import type {CellRule} from './cell-rule.ts';

export const escapedNewline: CellRule = {
	...escapedNewlineText,
	code: 'escaped-newline',
	fields: descriptionFields,
	page: {
		...escapedNewlineText.page,
		meaning: 'A description has a backslash and an n in place of a line end.',
		example: {
			text: 'col_name,col_description,database,schema,name\nid,First line\\nSecond line,shop,sales,orders\n',
		},
	},
};
