import {isNullMark} from '../../values/null-mark.ts';
import {type CellRule, cellFix} from './cell-rule.ts';

const meanings: ReadonlyMap<string, string> = new Map([
	['yes', 'true'],
	['y', 'true'],
	['1', 'true'],
	['view', 'true'],
	['no', 'false'],
	['n', 'false'],
	['0', 'false'],
	['table', 'false'],
	['base table', 'false'],
]);

export const boolean: CellRule = {
	code: 'boolean',
	fields: ['is_view'],
	mendsSafely: true,
	broken: value => !/^(?:true|false)$/i.test(value) && !isNullMark(value),
	message: field => `${field} is neither true nor false.`,
	fixes(field, value) {
		const meaning = meanings.get(value.toLowerCase());
		return meaning === undefined ? [] : [cellFix(field, meaning, 'safe')];
	},
};
