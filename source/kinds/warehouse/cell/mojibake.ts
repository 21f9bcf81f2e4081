import {withoutMojibake} from '../../values/mojibake.ts';
import {descriptionFields, nameFields} from '../field.ts';
import {type CellRule, cellFix} from './cell-rule.ts';

export const mojibake: CellRule = {
	code: 'mojibake',
	fields: [...nameFields, ...descriptionFields],
	hasSafeFixes: false,
	isBroken: value => withoutMojibake(value) !== undefined,
	message: field => `${field} looks like UTF-8 that was read in Windows-1252. Repair it, or export the file again.`,
	fixes(field, value) {
		const repaired = withoutMojibake(value);
		return repaired === undefined ? [] : [cellFix(field, repaired, 'unsafe')];
	},
	page: {
		meaning:
			'A name or a description has letters such as Ã©, which are what UTF-8 looks like when it is read in Windows-1252.',
		reason:
			'The page would show these letters. Usually a program before the export read the text in the wrong encoding.',
		example: {
			text: 'col_name,col_description,database,schema,name\nid,ClÃ© de la commande,shop,sales,orders\n',
		},
		fixes: [{kind: 'proposed', text: 'The text is repaired. Check that it reads as it should.'}],
	},
};
