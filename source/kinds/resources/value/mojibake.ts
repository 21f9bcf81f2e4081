import {mojibakeText} from '../../text-rules.ts';
import {fileOf, tableWith} from '../example.ts';
import type {ValueRule} from './value-rule.ts';

export const mojibake: ValueRule = {
	...mojibakeText,
	code: 'mojibake',
	keys: ['title', 'description', 'definition'],
	page: {
		...mojibakeText.page,
		meaning: 'A text has letters such as Ã©, which are what UTF-8 looks like when it is read in Windows-1252.',
		example: {text: fileOf(tableWith('"description": "ClÃ© de la commande"'))},
	},
};
