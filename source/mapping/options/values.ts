import {nameCases} from '../recipe.ts';
import {withField} from './field-text.ts';
import {type RecipeOption, unknownChoice, wrongForm} from './option.ts';

export const setOption: RecipeOption = {
	flag: '--set',
	form: '<field>=<value>',
	parse(text, recipe) {
		const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
		if (name === undefined || value === undefined) return wrongForm('<field>=<value>', 'database=ANALYTICS');
		return withField(name, field => ({recipe: {...recipe, constants: {...recipe.constants, [field]: value}}}));
	},
	print: ({constants = {}}) => Object.entries(constants).map(([field, value]) => `${field}=${value}`),
};

export const fillDownOption: RecipeOption = {
	flag: '--fill-down',
	form: '<field>',
	parse: (text, recipe) =>
		withField(text, field => ({recipe: {...recipe, fillDown: [...new Set([...(recipe.fillDown ?? []), field])]}})),
	print: ({fillDown = []}) => fillDown,
};

export const valueOption: RecipeOption = {
	flag: '--value',
	form: '<field>:<old>=<new>',
	parse(text, recipe) {
		const [, name, old, value] = /^([^:=]+):([^=]*)=(.*)$/s.exec(text) ?? [];
		if (name === undefined || old === undefined || value === undefined) {
			return wrongForm('<field>:<old>=<new>', 'schema:sales_old=sales');
		}

		return withField(name, field => {
			const values = {...recipe.values, [field]: {...recipe.values?.[field], [old]: value}};
			return {recipe: {...recipe, values}};
		});
	},
	print: ({values = {}}) =>
		Object.entries(values).flatMap(([field, replaced]) =>
			Object.entries(replaced).map(([old, value]) => `${field}:${old}=${value}`),
		),
};

export const caseOption: RecipeOption = {
	flag: '--case',
	form: nameCases.join('|'),
	parse(text, recipe) {
		const found = nameCases.find(name => name === text);
		return found === undefined ? unknownChoice(text, nameCases) : {recipe: {...recipe, case: found}};
	},
	print: recipe => (recipe.case === undefined ? [] : [recipe.case]),
};
