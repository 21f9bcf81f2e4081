import {hasEscapedNewline, withNewlines} from '../../values/escaped-newline.ts';
import {fileOf, tableWith} from '../example.ts';
import {type ValueRule, valueFix} from './value-rule.ts';

export const escapedNewline: ValueRule = {
	code: 'escaped-newline',
	keys: ['description', 'definition'],
	hasSafeFixes: false,
	isBroken: hasEscapedNewline,
	message: key => `${key} has a backslash and n where a line end is probably meant.`,
	fixes: (key, text) => [valueFix(key, withNewlines(text), 'unsafe', 'replace \\n with line ends')],
	page: {
		meaning: 'A description or definition has a backslash and an n in place of a line end.',
		reason: 'The page would show the two characters. Usually a text was escaped twice.',
		example: {text: fileOf(tableWith('"description": "First line\\\\nSecond line"'))},
		fixes: [{kind: 'proposed', text: 'They become line ends. Check that the text has no such characters on purpose.'}],
	},
};
