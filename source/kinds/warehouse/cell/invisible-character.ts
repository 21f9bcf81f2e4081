import {hasInvisible, withoutInvisible} from '../../values/invisible.ts';
import {nameFields} from '../field.ts';
import {type CellRule, cellFix} from './cell-rule.ts';

export const invisibleCharacter: CellRule = {
	code: 'invisible-character',
	fields: nameFields,
	mendsSafely: false,
	broken: hasInvisible,
	message: field => `${field} holds a character that cannot be seen; in Secoda it makes another name.`,
	fixes: (field, value) => [cellFix(field, withoutInvisible(value), 'unsafe', 'remove what cannot be seen')],
};
