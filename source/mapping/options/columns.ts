import {noField} from '../../kinds/header.ts';
import type {MappedField} from '../recipe.ts';
import {withField, withFields} from './field-text.ts';
import {type ParsedOption, type RecipeOption, wrongForm} from './option.ts';

export const mapOption: RecipeOption = {
	flag: '--map',
	form: '<header>=<field>',
	parse(text, recipe) {
		const [, column, name] = /^(.+)=([^=]+)$/s.exec(text) ?? [];
		if (column === undefined || name === undefined) return wrongForm('<header>=<field>', 'Field=col_name');
		const mapped = (field: MappedField): ParsedOption => ({
			recipe: {...recipe, mapping: {...recipe.mapping, [column]: field}},
		});
		return name === noField ? mapped(noField) : withField(name, mapped);
	},
	print: ({mapping = {}}) => Object.entries(mapping).map(([column, field]) => `${column}=${field}`),
};

export const splitOption: RecipeOption = {
	flag: '--split',
	form: '<header>=<field>.<field>',
	parse(text, recipe) {
		const [, column, names] = /^(.+)=([^=]+)$/s.exec(text) ?? [];
		const texts = (names ?? '').split('.');
		const isForm = column !== undefined && texts.length > 1 && new Set(texts).size === texts.length;
		if (!isForm) return wrongForm('<header>=<field>.<field>', 'OBJECT=schema.name');
		return withFields(texts, fields => ({recipe: {...recipe, split: {...recipe.split, [column]: fields}}}));
	},
	print: ({split = {}}) => Object.entries(split).map(([column, fields]) => `${column}=${fields.join('.')}`),
};

export const skipRowsOption: RecipeOption = {
	flag: '--skip-rows',
	form: '<header>=<value>',
	parse(text, recipe) {
		const [, column, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
		if (column === undefined && (text === '' || text.includes('='))) return wrongForm('<header>=<value>', 'Field=');
		const condition = column === undefined ? {value: text} : {column, value: value ?? ''};
		return {recipe: {...recipe, skipRows: [...(recipe.skipRows ?? []), condition]}};
	},
	print: ({skipRows = []}) => skipRows.map(({column, value}) => (column === undefined ? value : `${column}=${value}`)),
};

export const tableRowsOption: RecipeOption = {
	flag: '--table-rows',
	parse: (_text, recipe) => ({recipe: {...recipe, tableRows: true}}),
	print: ({tableRows}) => (tableRows === true ? [''] : []),
};
