import {noField} from '../kinds/header.ts';
import {type Field, fieldOfLabel, fields, isField} from '../kinds/warehouse/field.ts';
import {delimiters, findDelimiter} from '../records/csv/dialect.ts';
import {encodings, findEncoding} from '../records/source/encoding.ts';
import {isJsonObject, type JsonRule, readEntries, readItems} from './json-rule.ts';
import {type MappedField, nameCases, type Recipe, type SkipCondition} from './recipe.ts';

type Rules = {readonly [Part in keyof Recipe]-?: JsonRule<Exclude<Recipe[Part], undefined>>};

const text = {type: 'string'};
const fieldName = {enum: fields};

/** The rules of the parts of a recipe in a profile or a project file. */
export const recipeRules: Rules = {
	encoding: {
		read: value => (typeof value === 'string' ? findEncoding(value) : undefined),
		schema: text,
		expected: `one of ${encodings.join(', ')}`,
	},
	delimiter: {
		read: value => (typeof value === 'string' ? findDelimiter(value) : undefined),
		schema: text,
		expected: `one of ${Object.keys(delimiters).join(', ')}`,
	},
	headerRow: {
		read: value => (typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined),
		schema: {type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER},
		expected: 'the number of a row, from 1',
	},
	mapping: {
		read: value => readEntries(value, readColumn, readFieldLabel),
		schema: {type: 'object', propertyNames: {minLength: 1}, additionalProperties: text},
		expected: 'an object of headers and fields, such as {"object": "name"}',
	},
	constants: {
		read: value => readEntries(value, readField, readText),
		schema: {type: 'object', propertyNames: fieldName, additionalProperties: text},
		expected: 'an object of fields and values, such as {"database": "LAKE"}',
	},
	fillDown: {
		read: value => readDistinctFields(value, 0),
		schema: {type: 'array', items: fieldName, uniqueItems: true},
		expected: 'a list of fields, such as ["name"]',
	},
	split: {
		read: value => readEntries(value, readColumn, item => readDistinctFields(item, 2)),
		schema: {
			type: 'object',
			propertyNames: {minLength: 1},
			additionalProperties: {type: 'array', items: fieldName, uniqueItems: true, minItems: 2},
		},
		expected: 'an object of headers and fields, such as {"object": ["schema", "name"]}',
	},
	values: {
		read: value => readEntries(value, readField, item => readEntries(item, readReplaced, readText)),
		schema: {
			type: 'object',
			propertyNames: fieldName,
			additionalProperties: {type: 'object', propertyNames: {pattern: '^[^=]*$'}, additionalProperties: text},
		},
		expected: 'an object such as {"schema": {"sales_old": "sales"}}; a replaced value must not contain "="',
	},
	case: {
		read: value => nameCases.find(name => name === value),
		schema: {enum: nameCases},
		expected: `one of ${nameCases.join(', ')}`,
	},
	tableRows: {
		read: value => (typeof value === 'boolean' ? value : undefined),
		schema: {type: 'boolean'},
		expected: 'true or false',
	},
	skipRows: {
		read: value => readItems(value, readCondition),
		schema: {
			type: 'array',
			items: {
				type: 'object',
				additionalProperties: false,
				properties: {column: {type: 'string', pattern: '^[^=]+$'}, value: text},
				required: ['value'],
				anyOf: [{required: ['column']}, {properties: {value: {type: 'string', pattern: '^[^=]+$'}}}],
			},
		},
		expected: 'a list such as [{"column": "Field", "value": ""}]; a header must not contain "="',
	},
};

function readText(value: unknown): string | undefined {
	return typeof value === 'string' ? value : undefined;
}

function readColumn(name: string): string | undefined {
	return name === '' ? undefined : name;
}

function readReplaced(value: string): string | undefined {
	return value.includes('=') ? undefined : value;
}

function readField(value: unknown): Field | undefined {
	return typeof value === 'string' && isField(value) ? value : undefined;
}

function readFieldLabel(value: unknown): MappedField | undefined {
	if (value === noField) return noField;
	return typeof value === 'string' ? fieldOfLabel(value) : undefined;
}

function readDistinctFields(value: unknown, least: number): readonly Field[] | undefined {
	const found = readItems(value, readField);
	if (found === undefined || found.length < least) return undefined;
	return new Set(found).size === found.length ? found : undefined;
}

function readCondition(item: unknown): SkipCondition | undefined {
	if (!isJsonObject(item) || Object.keys(item).some(key => key !== 'column' && key !== 'value')) return undefined;
	const {column, value} = item;
	if (typeof value !== 'string') return undefined;
	if (column === undefined) return /^[^=]+$/.test(value) ? {value} : undefined;
	return typeof column === 'string' && /^[^=]+$/.test(column) ? {column, value} : undefined;
}
