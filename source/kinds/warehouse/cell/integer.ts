import {changeFix} from '../../change-fix.ts';
import {isInteger, largestInteger, smallestInteger, writtenIntegers} from '../../values/integer.ts';
import {isNullMark} from '../../values/null-mark.ts';
import type {CellRule} from './cell-rule.ts';

export const integer: CellRule = {
	code: 'integer',
	fields: ['sort_order'],
	hasSafeFixes: true,
	isBroken: value => !isInteger(value) && !isNullMark(value),
	message: (field, value) =>
		/^[+-]?[0-9]+$/.test(value)
			? `${field} must be between ${smallestInteger} and ${largestInteger}.`
			: `${field} must be a whole number.`,
	fixes: (field, value) =>
		writtenIntegers(value).map(({number, isCertain}) => changeFix(field, number, isCertain ? 'safe' : 'unsafe')),
	page: {
		meaning: `sort_order must be a whole number from ${smallestInteger} to ${largestInteger}. An empty cell or a null placeholder is allowed; it is sent as 0.`,
		reason:
			'Secoda orders the columns of a table by this number, which it stores in 32 bits; 0 means alphabetical order.',
		example: {text: 'col_name,database,schema,name,sort_order\nid,shop,sales,orders,1.0\n'},
		fixes: [
			{kind: 'safe', text: 'A whole number with decimals of zero loses them: 1.0 becomes 1.'},
			{
				kind: 'proposed',
				text: 'Separators of thousands are removed, and exponents are written out: 1,000 and 1e3 become 1000.',
			},
			{
				kind: 'edit',
				text: 'Type a whole number, or leave the cell empty.',
				fixed: 'col_name,database,schema,name,sort_order\nid,shop,sales,orders,1\n',
			},
		],
	},
};
