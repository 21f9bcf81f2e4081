import {isNullMark} from '../../values/null-mark.ts';
import {type CellRule, cellFix} from './cell-rule.ts';

export const integer: CellRule = {
	code: 'integer',
	fields: ['sort_order'],
	mendsSafely: true,
	broken: value => !/^[+-]?[0-9]+$/.test(value) && !isNullMark(value),
	message: field => `${field} is not a whole number.`,
	fixes(field, value) {
		const whole = /^([+-]?[0-9]+)\.0+$/.exec(value)?.[1];
		return whole === undefined ? [] : [cellFix(field, whole, 'safe')];
	},
};
