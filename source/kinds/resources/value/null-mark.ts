import {changeFix} from '../../change-fix.ts';
import {isNullMark} from '../../values/null-mark.ts';
import {fileOf, tableWith} from '../example.ts';
import type {ValueRule} from './value-rule.ts';

export const nullMark: ValueRule = {
	code: 'null-mark',
	keys: ['title', 'description', 'definition'],
	hasSafeFixes: false,
	isBroken: isNullMark,
	message: () => 'Possible null placeholder. Empty the value if there is no text.',
	fixes: key => [changeFix(key, '', 'unsafe', 'empty the value')],
	page: {
		meaning:
			'A title, description or definition is a null placeholder of an export: None, NULL, NA, N/A, nan or \\N, in any case.',
		reason: 'Secoda would show the word as the text of the page.',
		example: {text: fileOf(tableWith('"description": "None"'))},
		fixes: [{kind: 'proposed', text: 'The value is emptied.'}],
	},
};
