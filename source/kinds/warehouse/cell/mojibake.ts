import {mojibakeText} from '../../text-rules.ts';
import {descriptionFields, nameFields} from '../field.ts';
import type {CellRule} from './cell-rule.ts';

export const mojibake: CellRule = {
	...mojibakeText,
	code: 'mojibake',
	fields: [...nameFields, ...descriptionFields],
	page: {
		...mojibakeText.page,
		meaning:
			'A name or a description has letters such as Ã©, which are what UTF-8 looks like when it is read in Windows-1252.',
		example: {
			text: 'col_name,col_description,database,schema,name\nid,ClÃ© de la commande,shop,sales,orders\n',
		},
	},
};
