import {changeFix} from '../../change-fix.ts';
import {example, fileOf} from '../example.ts';
import {idKeys} from '../field.ts';
import type {ValueRule} from './value-rule.ts';

export const whitespace: ValueRule = {
	code: 'whitespace',
	keys: idKeys,
	hasSafeFixes: false,
	isBroken: (text, raw) => text !== raw,
	message: key => `${key} has white space around it, which is part of the id.`,
	fixes: (key, text) => [changeFix(key, text, 'unsafe', 'remove the white space: it becomes another id')],
	page: {
		meaning: 'An id has white space before or after it.',
		reason: 'Ids are compared with their white space, so the page is another one than that of the id without it.',
		example: {text: fileOf(example.database.replace('"databuilder_id": "shop"', '"databuilder_id": " shop"'))},
		fixes: [{kind: 'proposed', text: 'The white space is removed. This is another id, so an existing page is hidden.'}],
	},
};
