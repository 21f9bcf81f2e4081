import {nameFields} from '../field.ts';
import {type CellRule, cellFix} from './cell-rule.ts';

/** Control, no-break, soft-hyphen, zero-width and bidi characters, and the byte order mark. */
const invisible = /[\u0000-\u001F\u007F-\u00A0\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/;

export const invisibleCharacter: CellRule = {
	code: 'invisible-character',
	fields: nameFields,
	mendsSafely: false,
	broken: value => invisible.test(value),
	message: field => `${field} holds a character that cannot be seen; in Secoda it makes another name.`,
	fixes: (field, value) => [
		cellFix(field, value.replaceAll(new RegExp(invisible, 'g'), ''), 'unsafe', 'remove what cannot be seen'),
	],
};
