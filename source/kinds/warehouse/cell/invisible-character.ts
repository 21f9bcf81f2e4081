import {changeFix} from '../../change-fix.ts';
import {hasInvisible, withoutInvisible} from '../../values/invisible.ts';
import {trim} from '../../values/trim.ts';
import {nameFields} from '../field.ts';
import type {CellRule} from './cell-rule.ts';

export const invisibleCharacter: CellRule = {
	code: 'invisible-character',
	fields: nameFields,
	hasSafeFixes: false,
	isBroken: hasInvisible,
	message: field => `${field} contains an invisible character. Secoda treats it as part of the name.`,
	fixes: (field, value) => [
		changeFix(field, trim(withoutInvisible(value)), 'unsafe', 'remove the invisible character'),
	],
	page: {
		meaning: 'A name contains a character that cannot be seen, such as a zero-width space or a byte order mark.',
		reason:
			'Secoda treats the character as part of the name: the page is another one than that of the name without it, and nobody can see why.',
		example: {text: 'col_name,database,schema,name\ncustomer\u200B_id,shop,sales,orders\n'},
		fixes: [
			{kind: 'proposed', text: 'The character is removed. Check that the name in the warehouse does not contain it.'},
		],
	},
};
