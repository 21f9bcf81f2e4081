import {withoutMojibake} from '../../values/mojibake.ts';
import {fileOf, tableWith} from '../example.ts';
import {type ValueRule, valueFix} from './value-rule.ts';

export const mojibake: ValueRule = {
	code: 'mojibake',
	keys: ['title', 'description', 'definition'],
	hasSafeFixes: false,
	isBroken: text => withoutMojibake(text) !== undefined,
	message: key => `${key} looks like UTF-8 that was read in Windows-1252. Repair it, or export the file again.`,
	fixes(key, text) {
		const repaired = withoutMojibake(text);
		return repaired === undefined ? [] : [valueFix(key, repaired, 'unsafe')];
	},
	page: {
		meaning: 'A text has letters such as Ã©, which are what UTF-8 looks like when it is read in Windows-1252.',
		reason:
			'The page would show these letters. Usually a program before the export read the text in the wrong encoding.',
		example: {text: fileOf(tableWith('"description": "ClÃ© de la commande"'))},
		fixes: [{kind: 'proposed', text: 'The text is repaired. Check that it reads as it should.'}],
	},
};
