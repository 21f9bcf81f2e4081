import {changeFix} from '../../change-fix.ts';
import type {Fix} from '../../problem.ts';
import {nameFields} from '../field.ts';
import type {CellRule} from './cell-rule.ts';

export const periodInName: CellRule = {
	code: 'period-in-name',
	fields: nameFields,
	hasSafeFixes: false,
	isBroken: value => value.includes('.'),
	message: field => `${field} contains a period. Secoda uses periods to separate names.`,
	fixes(field, value, {beside}) {
		const underscores = changeFix(field, value.replaceAll('.', '_'), 'unsafe');
		if (field !== 'name') return [underscores];
		const split = splitName(value, beside('schema'));
		return split === undefined ? [underscores] : [split, underscores];
	},
	page: {
		meaning: 'A column, table, schema or database name contains a period.',
		reason: 'Secoda does not allow periods in these names: it separates database, schema, table and column by periods.',
		example: {text: 'col_name,database,schema,name\nid,shop,sales,sales.orders\n'},
		fixes: [
			{
				kind: 'proposed',
				text: 'A table name such as sales.orders is split into schema and table if the schema is empty or the same.',
			},
			{kind: 'proposed', text: 'In all other names each period becomes an underscore.'},
		],
	},
};

/** Splits `sales.orders` in `name` into schema and table, if the schema is empty or `sales`. */
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
