import {delimiters, findDelimiter} from '../../records/csv/dialect.ts';
import {encodings, findEncoding} from '../../records/source/encoding.ts';
import {type RecipeOption, unknownChoice, wrongForm} from './option.ts';

export const encodingOption: RecipeOption = {
	flag: '--encoding',
	form: '<name>',
	parse(text, recipe) {
		const encoding = findEncoding(text);
		return encoding === undefined ? unknownChoice(text, encodings) : {recipe: {...recipe, encoding}};
	},
	print: ({encoding}) => (encoding === undefined ? [] : [encoding]),
};

export const delimiterOption: RecipeOption = {
	flag: '--delimiter',
	form: '<name>',
	parse(text, recipe) {
		const delimiter = findDelimiter(text);
		return delimiter === undefined ? unknownChoice(text, Object.keys(delimiters)) : {recipe: {...recipe, delimiter}};
	},
	print: ({delimiter}) => delimiterNames(delimiter),
};

/** Returns the name of a delimiter as a list of one, or none. */
export function delimiterNames(delimiter: string | undefined): readonly string[] {
	return Object.entries(delimiters).flatMap(([name, character]) => (character === delimiter ? [name] : []));
}

export const headerRowOption: RecipeOption = {
	flag: '--header-row',
	form: '<row>',
	parse(text, recipe) {
		if (!/^[1-9]\d{0,8}$/.test(text)) return wrongForm('<row>', '4');
		return {recipe: {...recipe, headerRow: Number(text)}};
	},
	print: ({headerRow}) => (headerRow === undefined ? [] : [String(headerRow)]),
};
