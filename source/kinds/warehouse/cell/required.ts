import {nameFields} from '../field.ts';
import type {CellRule} from './cell-rule.ts';

export const required: CellRule = {
	code: 'required',
	fields: nameFields,
	mendsSafely: false,
	broken: value => value === '',
	message: field => `${field} is empty. Secoda needs it to know which column this row describes.`,
	fixes: () => [],
};
