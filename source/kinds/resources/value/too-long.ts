import {fileOf, tableWith} from '../example.ts';
import type {ValueRule} from './value-rule.ts';

/** Maximum number of characters of a native type [seen]. */
const maxNativeType = 50;

export const tooLong: ValueRule = {
	code: 'too-long',
	keys: ['native_type'],
	hasSafeFixes: false,
	isBroken: text => text.length > maxNativeType && [...text].length > maxNativeType,
	message: (key, text) => `${key} has ${[...text].length} characters; the limit is ${maxNativeType}. Shorten it.`,
	fixes: () => [],
	page: {
		meaning: 'native_type has more than 50 characters.',
		reason: 'Secoda stores at most 50 characters of it.',
		example: {text: fileOf(tableWith(`"native_type": "${'struct<'.repeat(8)}"`))},
		fixes: [{kind: 'edit', text: 'Shorten the value.', fixed: fileOf(tableWith('"native_type": "struct"'))}],
	},
};
