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
	hasSafeFixes: true,
	isBroken: value => !/^(?:true|false)$/i.test(value) && !isNullMark(value),
	message: field => `${field} must be true or false.`,
	fixes(field, value) {
		const meaning = meanings.get(value.toLowerCase());
		return meaning === undefined ? [] : [cellFix(field, meaning, 'safe')];
	},
	page: {
		meaning: 'is_view must be true or false, in any case. An empty cell or a null placeholder such as NULL is allowed.',
		reason: 'Secoda accepts only true and false here. Warehouses export other words, such as YES, 1 or BASE TABLE.',
		example: {text: 'col_name,database,schema,name,is_view\nid,shop,sales,orders,BASE TABLE\n'},
		fixes: [
			{kind: 'safe', text: 'yes, y, 1 and VIEW become true; no, n, 0, TABLE and BASE TABLE become false.'},
			{
				kind: 'edit',
				text: 'Replace any other value by true or false, in every row of the table.',
				fixed: 'col_name,database,schema,name,is_view\nid,shop,sales,orders,false\n',
			},
		],
	},
};
