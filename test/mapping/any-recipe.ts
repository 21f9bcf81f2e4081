import fc from 'fast-check';
import {type Field, fields} from '../../source/kinds/warehouse/field.ts';
import {type MappedField, nameCases, type Recipe} from '../../source/mapping/recipe.ts';
import {delimiters} from '../../source/records/csv/dialect.ts';
import {encodings} from '../../source/records/source/encoding.ts';

const plain = {noNullPrototype: true};
const field = fc.constantFrom(...fields);
const text = fc.string({unit: 'grapheme', maxLength: 6});
const label = fc.string({unit: 'grapheme', minLength: 1, maxLength: 6});
const plainLabel = label.filter(one => !one.includes('='));
const distinctFields = (minLength: number) => fc.uniqueArray(field, {minLength, maxLength: 4});

/** Objects as recipes have them: without a prototype of their own, and never empty. */
function entries<Value>(key: fc.Arbitrary<string>, value: fc.Arbitrary<Value>) {
	return fc
		.uniqueArray(fc.tuple(key, value), {minLength: 1, maxLength: 3, selector: ([name]) => name})
		.map(pairs => Object.fromEntries(pairs));
}

/** Any recipe that can be typed. */
export const anyRecipe: fc.Arbitrary<Recipe> = fc.record(
	{
		encoding: fc.constantFrom(...encodings),
		delimiter: fc.constantFrom(...Object.values(delimiters)),
		headerRow: fc.integer({min: 1, max: 999}),
		mapping: entries<MappedField>(label, fc.constantFrom(...fields, 'none')),
		constants: entries(field, text),
		fillDown: distinctFields(1),
		split: entries<readonly Field[]>(label, distinctFields(2)),
		values: entries(
			field,
			entries(
				text.filter(one => !one.includes('=')),
				text,
			),
		),
		case: fc.constantFrom(...nameCases),
		tableRows: fc.constant(true),
		skipRows: fc.array(
			fc.oneof(fc.record({column: plainLabel, value: text}, plain), fc.record({value: plainLabel}, plain)),
			{
				minLength: 1,
				maxLength: 3,
			},
		),
	},
	{requiredKeys: [], noNullPrototype: true},
);
