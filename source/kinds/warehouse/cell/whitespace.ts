import {nameFields} from '../field.ts';
import {type CellRule, cellFix} from './cell-rule.ts';

export const whitespace: CellRule = {
	code: 'whitespace',
	fields: nameFields,
	mendsSafely: true,
	broken: (value, raw) => value !== '' && value !== raw,
	message: field => `${field} has white space around it. It is sent without.`,
	fixes: (field, value) => [cellFix(field, value, 'safe', 'remove the white space')],
};
