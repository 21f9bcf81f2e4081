import {changeFix} from '../../change-fix.ts';
import {booleanOf} from '../../values/boolean.ts';
import {isNullMark} from '../../values/null-mark.ts';
import type {CellRule} from './cell-rule.ts';

export const boolean: CellRule = {
	code: 'boolean',
	fields: ['is_view'],
	hasSafeFixes: true,
	isBroken: value => !/^(?:true|false)$/i.test(value) && !isNullMark(value),
	message: field => `${field} must be true or false.`,
	fixes(field, value) {
		const meaning = booleanOf(value);
		return meaning === undefined ? [] : [changeFix(field, meaning, 'safe')];
	},
	page: {
		meaning: 'is_view must be true or false, in any case. An empty cell or a null placeholder such as NULL is allowed.',
		reason: 'Secoda accepts only true and false here. Warehouses export other words, such as YES, 1 or BASE TABLE.',
		example: {text: 'col_name,database,schema,name,is_view\nid,shop,sales,orders,BASE TABLE\n'},
		fixes: [
			{
				kind: 'safe',
				text: 'Words for true and false are replaced (yes, 1, on, oui, falsch), in English, German, French, Spanish, Portuguese, Italian and Dutch. VIEW and MATERIALIZED VIEW become true; TABLE, TBL, BASE TABLE and EXTERNAL TABLE false.',
			},
			{
				kind: 'edit',
				text: 'Replace any other value by true or false, in every row of the table.',
				fixed: 'col_name,database,schema,name,is_view\nid,shop,sales,orders,false\n',
			},
		],
	},
};
