import assert from 'node:assert/strict';
import test from 'node:test';
import {resources} from '../../../source/kinds/resources/resources-kind.ts';
import {changeActions} from '../../../source/plan/changes/action.ts';
import {
	type CanonicalFile,
	canonicalFile,
	warehouseFile,
	warehouseFileOf,
	warehouseText,
} from '../../support/canonical-file.ts';
import {explain, textOf} from '../../support/explained-plan.ts';

/** Four schemas of two databases, each with three tables of four columns. */
const base: readonly string[] = ['A.raw', 'A.sales', 'B.hr', 'B.sales'].flatMap(group =>
	['orders', 'people', 'visits'].flatMap(table =>
		['id', 'name', table, group.slice(2)].map(
			(column, at) => `${group}.${table}.${column}x/TYPE${at}/about ${column}/1700000000`,
		),
	),
);

/** Returns the counts that are not 0, and the causes. */
function summary(before: CanonicalFile, after: CanonicalFile, earlierKind?: string): readonly string[] {
	const {changes, causes} = explain(before, after, earlierKind);
	const counts = changes.counts();
	const shown = changeActions.filter(action => counts[action] > 0).map(action => `${counts[action]} ${action}`);
	return [shown.join(', '), ...causes.map(textOf)];
}

const before = warehouseFile(base);
const half = warehouseText(base).split('\n').slice(0, 31).join('\n');

const cases: Readonly<Record<string, readonly [after: readonly string[] | string, expected: readonly string[]]>> = {
	'nothing changed': [base, ['']],
	'rows in another order': [base.toReversed(), ['']],
	'rows added': [[...base, 'A.raw.new.idx', 'A.raw.orders.newx'], ['3 created']],
	'a row dropped': [base.filter(text => !text.startsWith('A.raw.people.namex')), ['1 hidden']],
	'a table dropped': [base.filter(text => !text.startsWith('A.raw.people.')), ['5 hidden']],
	'a text changed': [base.with(3, base[3]?.replace('about', 'of') ?? ''), ['1 updated']],
	'a timestamp alone': [base.map(text => text.replace(/(?<=A.raw.orders.*)1700000000/, '1700000001')), ['1 retimed']],
	'a column renamed': [base.map(text => text.replace('A.raw.orders.namex', 'A.raw.orders.title')), ['1 renamed']],
	'a table renamed': [base.map(text => text.replace('A.raw.orders.', 'A.raw.purchases.')), ['5 renamed']],
	'a table moved': [base.map(text => text.replace('A.raw.orders.', 'A.other.orders.')), ['5 renamed']],
	'a schema renamed': [
		base.map(text => text.replace('A.raw.', 'A.landing.')),
		[
			'15 renamed',
			'The schema "raw" is called "landing" in the file. Hidden and created again: 3 tables, 12 columns. --value schema:landing=raw',
		],
	],
	'a schema renamed in two databases': [
		base.map(text => text.replace('.sales.', '.sold.')),
		[
			'30 renamed',
			'The schema "sales" is called "sold" in the file. Hidden and created again: 6 tables, 24 columns. --value schema:sold=sales',
		],
	],
	'a schema renamed to the name of a schema in another database': [
		base.map(text => text.replace('A.raw.', 'A.hr.')),
		['15 renamed', 'The schema "raw" is called "hr" in the file. Hidden and created again: 3 tables, 12 columns.'],
	],
	'a database renamed': [
		base.map(text => text.replace('B.', 'C.')),
		[
			'30 renamed',
			'The database "B" is called "C" in the file. Hidden and created again: 6 tables, 24 columns. --value database:C=B',
		],
	],
	'case changed': [
		base.map(text => text.replace('.sales.orders', '.SALES.Orders')),
		[
			'10 renamed',
			'Names changed their case: "A.sales.orders" is "A.SALES.Orders" now. Hidden and created again: 2 tables, 8 columns.',
		],
	],
	'a schema gone': [
		base.filter(text => !text.startsWith('B.hr.')),
		['15 hidden', 'The file has nothing of 1 schema: "B.hr". Hidden: 3 tables, 12 columns.'],
	],
	'a database gone': [
		base.filter(text => !text.startsWith('B.')),
		['30 hidden', 'The file has nothing of 1 database: "B". Hidden: 6 tables, 24 columns.'],
	],
	'a table that lost most of its columns': [
		base.filter(text => !/^A\.raw\.orders\.(?!idx)/.test(text)),
		['3 hidden', '1 table lost more than half of its columns: "A.raw.orders". Hidden: 3 columns.'],
	],
	'a table that lost half of its columns': [base.filter(text => !/^A\.raw\.orders\.[no]/.test(text)), ['2 hidden']],
	'half a file, cut at the end of a row': [
		half,
		[
			'22 hidden',
			'The file ends after "B.hr.people.namex", where the last one continued. Hidden: 4 tables, 18 columns.',
		],
	],
	'half a file, cut in a record': [
		`${half}\nB,hr,people`,
		[
			'22 hidden',
			'The file ends after "B.hr.people.namex", where the last one continued. Hidden: 4 tables, 18 columns.',
		],
	],
	'half a file, cut in the name of a column': [
		`${half}\nB,hr,people,peop,,,`,
		[
			'22 hidden, 1 created',
			'The file ends after "B.hr.people.namex", where the last one continued. Hidden: 4 tables, 18 columns. Created: 1 column.',
		],
	],
	'an empty file': [[], ['60 hidden', 'The file is empty. Hidden: 12 tables, 48 columns.']],
	'qualified names': [
		warehouseText(base).replaceAll(/^A,raw,/gm, 'A,raw,raw.'),
		[
			'15 renamed',
			'Names changed only in white space or periods: "A.raw.orders" is "A.raw.raw.orders" now. Hidden and created again: 3 tables, 12 columns. --value name:raw.orders=orders --value name:raw.people=people --value name:raw.visits=visits',
		],
	],
	'fewer rows': [
		base.filter(text => text.includes('.idx')),
		[
			'36 hidden',
			'12 tables lost more than half of their columns: "A.raw.orders", "A.raw.people", "A.raw.visits", and 9 more. Hidden: 36 columns.',
		],
	],
	'fewer tables': [
		base.filter(text => text.includes('.orders.')),
		['40 hidden', 'The file has only 16 columns of 48. Hidden: 8 tables, 32 columns.'],
	],
};

for (const [what, [after, expected]] of Object.entries(cases)) {
	test(`a plan names its changes and their causes: ${what}`, () => {
		const file = typeof after === 'string' ? warehouseFileOf(after) : warehouseFile(after);
		assert.deepEqual(summary(before, file), expected);
	});
}

const spelled = ['D.s_t.order_items', 'D.s_t.people'].flatMap(table =>
	['id/INT', 'unit_price/NUM', 'ship_to/TEXT'].map(column => `${table}.${column}`),
);
const respelled = 'Names changed only in white space or periods:';
const spellings: Readonly<Record<string, readonly [change: (text: string) => string, causes: readonly string[]]>> = {
	'a table with white space': [
		text => text.replace('order_items', 'order items'),
		[
			`${respelled} "D.s_t.order_items" is "D.s_t.order items" now. Hidden and created again: 1 table, 3 columns. --value name:order items=order_items`,
		],
	],
	'columns with white space': [
		text => text.replace('unit_price', 'unit price'),
		[
			`${respelled} "D.s_t.order_items.unit_price" is "D.s_t.order_items.unit price" now. Hidden and created again: 2 columns. --value col_name:unit price=unit_price`,
		],
	],
	'a column with white space in one of two tables that have it': [
		text => text.replace('order_items.unit_price', 'order_items.unit price'),
		[
			`${respelled} "D.s_t.order_items.unit_price" is "D.s_t.order_items.unit price" now. Hidden and created again: 1 column. --value col_name:unit price=unit_price`,
		],
	],
	'columns with white space and another type': [
		text => text.replace('unit_price/NUM', 'Unit  Price/TEXT'),
		[
			`${respelled} "D.s_t.order_items.unit_price" is "D.s_t.order_items.Unit  Price" now. Hidden and created again: 2 columns. --value col_name:Unit  Price=unit_price`,
		],
	],
	'two forms of a name': [
		text => text.replace('order_items.unit_price', 'order_items.unit price').replace('people.unit_', 'people.Unit '),
		[
			`${respelled} "D.s_t.order_items.unit_price" is "D.s_t.order_items.unit price" now. Hidden and created again: 2 columns.`,
		],
	],
	'a schema with white space': [
		text => text.replace('s_t', 's t'),
		[
			'The schema "s_t" is called "s t" in the file. Hidden and created again: 2 tables, 6 columns. --value schema:s t=s_t',
		],
	],
	'a schema and a table with white space': [
		text => text.replace('s_t.order_items', 's t.order items'),
		[
			`${respelled} "D.s_t.order_items" is "D.s t.order items" now. Hidden and created again: 1 table, 3 columns. --value schema:s t=s_t --value name:order items=order_items`,
		],
	],
};
for (const [what, [change, expected]] of Object.entries(spellings)) {
	test(`a plan names other spellings of names, in both directions: ${what}`, () => {
		const [one, other] = [warehouseFile(spelled), warehouseFile(spelled.map(change))];
		assert.deepEqual(summary(one, other).slice(1), expected);
		assert.equal(summary(other, one).length, 2, 'white space removed');
	});
}

test('a plan has no option that would change other names too', () => {
	const [kept, changed] = [spelled.map(text => text.replace('people.unit_', 'people.unit ')), 'order_items.unit_price'];
	const after = kept.map(text => text.replace(changed, 'order_items.unit price'));
	assert.match(summary(warehouseFile(kept), warehouseFile(after))[1] ?? '', /^Names changed only .*: 1 column\.$/);
	const tables = spelled.map(text => text.replace('s_t.people', 'other.order items'));
	const renamed = tables.map(text => text.replace('order_items', 'order items'));
	assert.match(summary(warehouseFile(tables), warehouseFile(renamed))[1] ?? '', /^Names changed only .*columns\.$/);
});

test('a plan has no option for a name with a period, which is an error', () => {
	const qualified = warehouseFileOf(warehouseText(spelled).replaceAll('order_items', 's.order_items'));
	assert.match(summary(qualified, warehouseFile(spelled))[1] ?? '', /^Names changed only .*columns\.$/);
});

test('a plan names date shards', () => {
	const shard = (date: string) => ['id', 'day', 'user'].map(column => `A.web.events_${date}.${column}/INT`);
	const days = (...dates: readonly string[]) => warehouseFile([...base, ...dates.flatMap(shard)]);
	assert.deepEqual(summary(days('20251124', '20251125'), days('20251125', '20251126')), [
		'4 renamed',
		'Table names contain a date, so each date is a new page: "A.web.events_*". Hidden and created again: 1 table, 3 columns.',
	]);
});

test('a plan restores the case of names by an option if that makes all names equal', () => {
	const lowerCase = base.map(text => text.toLowerCase());
	const upperCase = base.map(text => text.toUpperCase());
	const [lower, upper] = [warehouseFile(lowerCase), warehouseFile(upperCase)];
	const [, toUpper] = summary(lower, upper);
	assert.match(toUpper ?? '', /^Names changed their case: .* --case lower$/);
	const [, toLower] = summary(upper, lower);
	assert.match(toLower ?? '', /^Names changed their case: .* --case upper$/);
	const kept = ['lower', 'UPPER'].map(name => `${name}.${name}.${name}.id`);
	for (const [one, another] of [
		[warehouseFile(base), lower],
		[warehouseFile([...kept, ...lowerCase]), warehouseFile([...kept, ...upperCase])],
		[warehouseFile([...kept, ...upperCase]), warehouseFile([...kept, ...lowerCase])],
	] as const) {
		assert.match(summary(one, another)[1] ?? '', /^Names changed their case: .*columns\.$/);
	}
});

test('an upload of another kind explains all', () => {
	assert.deepEqual(summary(before, warehouseFile(['X.y.z.a']), 'resources'), [
		'60 hidden, 2 created',
		'The last upload to this integration was of another kind (resources). Hidden: 12 tables, 48 columns. Created: 1 table, 1 column.',
	]);
});

const lines = ['database', 'schema', 'table', 'table', 'table', 'column', 'column', 'chart', 'chart'].map((type, at) =>
	JSON.stringify({
		entity_type: type,
		databuilder_id: `id${at}`,
		...(at === 0 ? {} : {parent_databuilder_id: `id${at < 3 ? at - 1 : 1}`}),
		title: `Title ${at}`,
		description: 'x',
	}),
);
const ofLines = (texts: readonly string[]) => canonicalFile(resources, texts.map(text => `${text}\n`).join(''));
const lineCases: Readonly<Record<string, readonly [after: readonly string[], expected: readonly string[]]>> = {
	'rows in another order': [lines.toReversed(), ['']],
	'a row dropped': [lines.toSpliced(2, 1), ['1 hidden']],
	'ids in another case': [
		lines.map(text => text.replaceAll('"id', '"ID')),
		[
			'9 renamed',
			'The ids of 9 resources changed their case: "Title 0", "Title 1", "Title 2", and 6 more. Hidden and created again: 1 database, 1 schema, 3 tables, 2 columns, 2 charts.',
		],
	],
	'ids in another case, and other texts': [
		lines.map(text => text.replaceAll('"id', '"ID').replace('"x"', '"y"')),
		[
			'9 renamed',
			'The ids of 9 resources changed their case: "Title 0", "Title 1", "Title 2", and 6 more. Hidden and created again: 1 database, 1 schema, 3 tables, 2 columns, 2 charts.',
		],
	],
	'a database with another id, and so all below it': [
		lines.map(text => text.replaceAll('"id', '"other')),
		[
			'9 renamed',
			'9 resources have other ids: "Title 0", "Title 1", "Title 2", and 6 more. Hidden and created again: 1 database, 1 schema, 3 tables, 2 columns, 2 charts.',
		],
	],
	'a table below another parent': [
		lines.map(text => text.replace('"id3","parent_databuilder_id":"id1"', '"id3","parent_databuilder_id":"id0"')),
		['1 updated'],
	],
	'an id changed': [lines.map(text => text.replace('id3', 'ID-3')), ['1 renamed']],
	'a text changed': [lines.with(3, lines[3]?.replace('"x"', '"y"') ?? ''), ['1 updated']],
	'a type gone': [
		lines.filter(text => !text.includes('column')),
		['2 hidden', 'The file has no columns. Hidden: 2 columns.'],
	],
	'half a file': [
		lines.slice(0, 4),
		['5 hidden', 'The file ends after "Title 3", where the last one continued. Hidden: 1 table, 2 columns, 2 charts.'],
	],
	'an empty file': [
		[],
		['9 hidden', 'The file is empty. Hidden: 1 database, 1 schema, 3 tables, 2 columns, 2 charts.'],
	],
};
for (const [what, [after, expected]] of Object.entries(lineCases)) {
	test(`a plan of JSON Lines names its changes and their causes: ${what}`, () => {
		assert.deepEqual(summary(ofLines(lines), ofLines(after)), expected);
	});
}

test('a plan of JSON Lines names ids with other white space and separators', () => {
	const withIds = (start: string) => ofLines(lines.map(text => text.replaceAll('"id', `"${start}`)));
	for (const [earlier, later] of [
		['a.b', 'a_b'],
		['a b', 'A.b'],
		['a_b', ' a-b'],
		['a/b', 'a:b'],
	] as const) {
		assert.match(
			summary(withIds(earlier), withIds(later))[1] ?? '',
			/^The ids of 9 resources differ only in white space or separators: /,
		);
	}
});
