import {changeFix} from '../../change-fix.ts';
import {nameFields} from '../field.ts';
import type {CellRule} from './cell-rule.ts';

export const whitespace: CellRule = {
	code: 'whitespace',
	fields: nameFields,
	hasSafeFixes: true,
	isBroken: (value, raw) => value !== '' && value !== raw,
	message: field => `${field} has white space around it. It is sent without it.`,
	fixes: (field, value) => [changeFix(field, value, 'safe', 'remove the white space')],
	page: {
		meaning: 'A name has white space before or after it.',
		reason:
			'Names are sent without it, so the page has the trimmed name. This is a warning: check that this is what you want.',
		example: {text: 'col_name,database,schema,name\n id ,shop,sales,orders\n'},
		fixes: [{kind: 'safe', text: 'The white space is removed.'}],
	},
};
