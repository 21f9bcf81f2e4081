import type {Fix} from '../../problem.ts';
import {nameFields} from '../field.ts';
import {type CellRule, cellFix} from './cell-rule.ts';

export const periodInName: CellRule = {
	code: 'period-in-name',
	fields: nameFields,
	mendsSafely: false,
	broken: value => value.includes('.'),
	message: field => `${field} holds a period. Secoda takes a period for the border between two names.`,
	fixes(field, value, neighbours) {
		const underscores = cellFix(field, value.replaceAll('.', '_'), 'unsafe');
		if (field !== 'name') return [underscores];
		const split = splitName(value, neighbours('schema'));
		return split === undefined ? [underscores] : [split, underscores];
	},
};

/** `sales.orders` in `name`, where the schema is empty or `sales` as well, is a schema and a table. */
function splitName(value: string, schemaCell: string): Fix | undefined {
	const [schema, name, ...rest] = value.split('.');
	if (!schema || !name || rest.length > 0) return undefined;
	if (schemaCell !== '' && schemaCell !== schema) return undefined;
	return {
		kind: 'cells',
		title: `split into schema ${schema} and table ${name}`,
		safe: false,
		changes: [
			{field: 'name', value: name},
			{field: 'schema', value: schema},
		],
	};
}
