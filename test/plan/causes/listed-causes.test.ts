import assert from 'node:assert/strict';
import test from 'node:test';
import {makePlan} from '../../../source/plan/plan.ts';
import {warehouseFile} from '../../support/canonical-file.ts';
import {textOf} from '../../support/explained-plan.ts';
import {compare} from '../../support/resources.ts';

const base = ['A.raw', 'A.sales', 'B.hr'].flatMap(group =>
	['orders', 'people', 'visits'].flatMap(table =>
		['id', 'name', `${table}_${group.slice(2)}`].map(column => `${group}.${table}.${column}`),
	),
);

/** Returns the causes of a plan against a catalog that lists columns, without knowing what was sent last. */
function causesOf(columns: readonly string[], shown: readonly string[] = base): readonly string[] {
	const file = warehouseFile(columns);
	const listed = shown.toReversed().map(text => {
		const [database = '', schema = '', table = '', column = ''] = text.split('.');
		return {database, schema, table, column};
	});
	const target = {host: 'h', integration: 'i', kind: 'warehouse'};
	return makePlan(compare(file.inventory, listed), {target, side: file.side}).causes.map(textOf);
}

const cases: Readonly<Record<string, readonly [file: readonly string[], causes: readonly string[]]>> = {
	'a renamed schema': [
		base.map(text => text.replace('.raw.', '.landing.')),
		[
			'The schema "raw" is called "landing" in the file. Hidden and created again: 3 tables, 9 columns. --value schema:landing=raw',
		],
	],
	'half a file in the order of names': [
		base.slice(0, 13),
		['The file ends after "A.sales.people.id", where the last one continued. Hidden: 4 tables, 14 columns.'],
	],
	'half a file that ends with a table': [
		base.slice(0, 12),
		['The file ends after "A.sales.orders.orders_sales", where the last one continued. Hidden: 5 tables, 15 columns.'],
	],
	'a schema that is gone at the end': [
		base.slice(0, 18),
		['The file has nothing of 1 database: "B". Hidden: 3 tables, 9 columns.'],
	],
	'half a file in another order': [
		base.toReversed().slice(0, 13),
		[
			'The file has nothing of 1 schema: "A.raw". Hidden: 3 tables, 9 columns.',
			'1 table lost more than half of its columns: "A.sales.people". Hidden: 2 columns.',
		],
	],
	'a file that ends in its last but one table': [
		base.slice(0, 23),
		['The file ends after "B.hr.people.name", where the last one continued. Hidden: 1 table, 4 columns.'],
	],
	'a table and the last column gone': [base.slice(3, -1), []],
	'half a file, not in the order of names': [
		[...base.slice(18), ...base.slice(0, 2)],
		['The file has nothing of 1 schema: "A.sales". Hidden: 3 tables, 9 columns.'],
	],
	'a table that is gone at the end': [base.slice(0, 24), []],
};
for (const [what, [file, causes]] of Object.entries(cases)) {
	test(`causes are found without the last snapshot: ${what}`, () => assert.deepEqual(causesOf(file), causes));
}

test('no option is shown for names that the program cannot write, because it trims names', () => {
	for (const [text, shown, expected] of [
		['.orders.', '. orders.', /^Names changed only in white space or periods: .* 3 tables, 9 columns\.$/],
		['.raw.', '.raw .', /^The schema "raw " is called "raw" in the file\. .* 3 tables, 9 columns\.$/],
		['.name', '. name', /^Names changed only in white space or periods: .* 9 columns\.$/],
	] as const) {
		assert.match(
			causesOf(
				base,
				base.map(column => column.replace(text, shown)),
			).join('\n'),
			expected,
		);
	}
});
