import assert from 'node:assert/strict';
import test from 'node:test';
import {fixedValue} from '../../../source/kinds/problem.ts';
import {trim} from '../../../source/kinds/values/trim.ts';
import {cellRules} from '../../../source/kinds/warehouse/cell/index.ts';
import type {Field} from '../../../source/kinds/warehouse/field.ts';

type Case = readonly [field: Field, value: string, code: string | undefined, fix?: string, safe?: boolean];

const cases: readonly Case[] = [
	['col_name', '', 'required'],
	['col_name', ' \t', 'required'],
	['schema', 'a.b', 'period-in-name', 'a_b', false],
	['schema', 'a \u200B\uFEFF', 'invisible-character', 'a', false],
	['col_description', 'a.b', undefined],
	['col_description', 'LibellÃ©', 'mojibake', 'Libellé', false],
	['name', 'LibellÃ©', 'mojibake', 'Libellé', false],
	['description', 'itâ€™s', 'mojibake', 'it’s', false],
	['description', 'A\u008D\u0081', undefined],
	['description', 'Libellé Ã©', undefined],
	['col_type', 'LibellÃ©', undefined],
	['col_description', 'One\\r\\ntwo\\nthree', 'escaped-newline', 'One\ntwo\nthree', false],
	['description', 'a\\\\n', undefined],
	['description', 'C:\\new', undefined],
	['name', 'a\\nb', undefined],
	['sort_order', '', undefined],
	['sort_order', 'None', undefined],
	['sort_order', '-3', undefined],
	['sort_order', '+3', undefined],
	['sort_order', '3.0', 'integer', '3', true],
	['sort_order', '3.5', 'integer'],
	['sort_order', 'third', 'integer'],
	['sort_order', '1.', 'integer'],
	['sort_order', '-0', undefined],
	['sort_order', '2147483647', undefined],
	['sort_order', '-2147483648', undefined],
	['sort_order', '+00000000002147483647', undefined],
	['sort_order', '2147483648', 'integer'],
	['sort_order', '-2147483649', 'integer'],
	['sort_order', '99999999999.0', 'integer'],
	['sort_order', '1,000', 'integer', '1000', false],
	['sort_order', '1 000', 'integer', '1000', false],
	['sort_order', '1\u00A0000', 'integer', '1000', false],
	['sort_order', '-1.234.567', 'integer', '-1234567', false],
	['sort_order', '1,000.000', 'integer'],
	['sort_order', '10,00', 'integer', '10', false],
	['sort_order', '1.000', 'integer', '1', false],
	['sort_order', '1234.000', 'integer', '1234', true],
	['sort_order', '1e3', 'integer', '1000', false],
	['sort_order', '1.5E+01', 'integer', '15', false],
	['sort_order', '1e-3', 'integer'],
	['sort_order', '1e30', 'integer'],
	['is_view', 'TRUE', undefined],
	['is_view', '\\N', undefined],
	['is_view', 'Yes', 'boolean', 'true', true],
	['is_view', 'BASE TABLE', 'boolean', 'false', true],
	['is_view', 'maybe', 'boolean'],
	['is_view', 'on', 'boolean', 'true', true],
	['is_view', 'F', 'boolean', 'false', true],
	['is_view', 'FALSCH', 'boolean', 'false', true],
	['is_view', 'Oui', 'boolean', 'true', true],
	['is_view', 'SI\u0301', 'boolean', 'true', true],
	['is_view', 'Não', 'boolean', 'false', true],
	['is_view', 'materialized_view', 'boolean', 'true', true],
	['is_view', 'EXTERNAL  TABLE', 'boolean', 'false', true],
	['is_view', 'tbl', 'boolean', 'false', true],
	['last_updated_time', '1700000000', undefined],
	['last_updated_time', 'NULL', undefined],
	['last_updated_time', '1700000000000', 'epoch', '1700000000', true],
	['last_updated_time', '2023-11-14T22:13:20Z', 'epoch', '1700000000', true],
	['last_updated_time', '2023-11-14 23:13:20+01:00', 'epoch', '1700000000', true],
	['last_updated_time', '2023-11-14 22:13:20', 'epoch', '1700000000', false],
	['last_updated_time', '2023-11-14', 'epoch', '1699920000', false],
	['last_updated_time', '45244.5', 'epoch', '1699963200', false],
	['last_updated_time', '2023-02-30T00:00:00Z', 'epoch'],
	['last_updated_time', '-5', 'epoch'],
	['last_updated_time', '631152000', undefined],
	['last_updated_time', '0631152000', undefined],
	['last_updated_time', '4102444800', undefined],
	['last_updated_time', '631151999', 'implausible-time'],
	['last_updated_time', '4102444801', 'implausible-time'],
	['last_updated_time', '45999', 'implausible-time', '1765152000', false],
	['last_updated_time', '19999', 'implausible-time'],
	['last_updated_time', '20000', 'implausible-time'],
	['last_updated_time', '80000', 'implausible-time'],
	['last_updated_time', '00', 'implausible-time', '', false],
	['last_updated_time', '20251231', 'implausible-time'],
];

for (const [field, value, code, fix, safe] of cases) {
	const what =
		code === undefined
			? 'is valid'
			: fix === undefined
				? `is ${code}, without a fix`
				: `is ${code}, with the ${safe ? 'safe' : 'proposed'} fix ${fix}`;
	test(`${field} ${JSON.stringify(value)} ${what}`, () => {
		const broken = cellRules.filter(rule => rule.fields.includes(field) && rule.isBroken(trim(value), value));
		assert.deepEqual(
			broken.map(rule => rule.code),
			code === undefined ? [] : [code],
		);
		const [first] = broken.flatMap(rule => rule.fixes(field, trim(value), {beside: () => 'other', above: () => ''}));
		assert.equal(first && fixedValue(first), fix);
		assert.equal(first?.safe, fix === undefined ? undefined : safe);
	});
}

test('a number of a million digits is judged at once', () => {
	const rule = cellRules.find(({code}) => code === 'integer');
	assert.equal(rule?.isBroken('9'.repeat(1_000_000), ''), true);
	assert.equal(rule?.isBroken(`${'0'.repeat(1_000_000)}7`, ''), false);
});

test('splits a table name with a schema prefix if the schema is empty or the same', () => {
	const rule = cellRules.find(({code}) => code === 'period-in-name');
	const titles = (schema: string) =>
		rule
			?.fixes('name', 'sales.orders', {beside: () => schema, above: () => ''})
			.map(fix => (fix.kind === 'cells' ? fix.changes.map(({value}) => value) : []));
	assert.deepEqual(titles(''), [['orders', 'sales'], ['sales_orders']]);
	assert.deepEqual(titles('sales'), [['orders', 'sales'], ['sales_orders']]);
	assert.deepEqual(titles('hr'), [['sales_orders']]);
});
