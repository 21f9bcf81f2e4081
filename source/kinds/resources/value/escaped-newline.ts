import {escapedNewlineText} from '../../text-rules.ts';
import {fileOf, tableWith} from '../example.ts';
import type {ValueRule} from './value-rule.ts';

export const escapedNewline: ValueRule = {
	...escapedNewlineText,
	code: 'escaped-newline',
	keys: ['description', 'definition'],
	page: {
		...escapedNewlineText.page,
		meaning: 'A description or definition has a backslash and an n in place of a line end.',
		example: {text: fileOf(tableWith('"description": "First line\\\\nSecond line"'))},
	},
};
