import {hasEscapedNewline, withNewlines} from '../../values/escaped-newline.ts';
import {descriptionFields} from '../field.ts';
import {type CellRule, cellFix} from './cell-rule.ts';

export const escapedNewline: CellRule = {
	code: 'escaped-newline',
	fields: descriptionFields,
	hasSafeFixes: false,
	isBroken: hasEscapedNewline,
	message: field => `${field} has a backslash and n where a line end is probably meant.`,
	fixes: (field, value) => [cellFix(field, withNewlines(value), 'unsafe', 'replace \\n with line ends')],
	page: {
		meaning: 'A description has a backslash and an n in place of a line end.',
		reason: 'The page would show the two characters. Usually a text was escaped twice.',
		example: {
			text: 'col_name,col_description,database,schema,name\nid,First line\\nSecond line,shop,sales,orders\n',
		},
		fixes: [{kind: 'proposed', text: 'They become line ends. Check that the text has no such characters on purpose.'}],
	},
};
