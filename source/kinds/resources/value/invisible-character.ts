import {changeFix} from '../../change-fix.ts';
import {hasInvisible, withoutInvisible} from '../../values/invisible.ts';
import {trim} from '../../values/trim.ts';
import {example, fileOf} from '../example.ts';
import {idKeys} from '../field.ts';
import type {ValueRule} from './value-rule.ts';

export const invisibleCharacter: ValueRule = {
	code: 'invisible-character',
	keys: [...idKeys, 'title'],
	hasSafeFixes: false,
	isBroken: hasInvisible,
	message: key => `${key} contains an invisible character, which is part of the value.`,
	fixes: (key, text) => [changeFix(key, trim(withoutInvisible(text)), 'unsafe', 'remove the invisible character')],
	page: {
		meaning:
			'An id or a title contains a character that cannot be seen, such as a zero-width space or a byte order mark.',
		reason: 'Secoda treats the character as part of the value. In an id it makes another page, and nobody can see why.',
		example: {text: fileOf(example.database.replace('"title": "shop"', '"title": "sh\u200Bop"'))},
		fixes: [
			{kind: 'proposed', text: 'The character is removed. Check that the name in the source does not contain it.'},
		],
	},
};
