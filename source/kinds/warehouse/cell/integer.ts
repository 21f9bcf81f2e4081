import {isNullMark} from '../../values/null-mark.ts';
import {type CellRule, cellFix} from './cell-rule.ts';

export const integer: CellRule = {
	code: 'integer',
	fields: ['sort_order'],
	hasSafeFixes: true,
	isBroken: value => !/^[+-]?[0-9]+$/.test(value) && !isNullMark(value),
	message: field => `${field} must be a whole number.`,
	fixes(field, value) {
		const whole = /^([+-]?[0-9]+)\.0+$/.exec(value)?.[1];
		return whole === undefined ? [] : [cellFix(field, whole, 'safe')];
	},
	page: {
		meaning: 'sort_order must be a whole number. An empty cell or a null placeholder is allowed; it is sent as 0.',
		reason: 'Secoda orders the columns of a table by this number; 0 means alphabetical order.',
		example: {text: 'col_name,database,schema,name,sort_order\nid,shop,sales,orders,1.0\n'},
		fixes: [
			{kind: 'safe', text: 'A whole number with decimals of zero loses them: 1.0 becomes 1.'},
			{
				kind: 'edit',
				text: 'Type a whole number, or leave the cell empty.',
				fixed: 'col_name,database,schema,name,sort_order\nid,shop,sales,orders,1\n',
			},
		],
	},
};
