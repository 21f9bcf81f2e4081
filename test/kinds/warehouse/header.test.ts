import assert from 'node:assert/strict';
import test from 'node:test';
import {columnOf, distinctLabels} from '../../../source/kinds/header.ts';
import {canonicalLabel} from '../../../source/kinds/warehouse/canonical.ts';
import {fieldOfLabel} from '../../../source/kinds/warehouse/field.ts';
import {readHeader} from '../../../source/kinds/warehouse/header.ts';

for (const label of [
	'Column Name',
	'column-name',
	'COLUMN__NAME',
	'column _- name',
	'\u00A0column_name\u3000',
	'\uFEFFcolumn\u2003name',
	'col\u200Bumn_\u200D\u2060name\u200C',
	'\tcolumn\nname\u0085',
]) {
	test(`${JSON.stringify(label)} is read as col_name`, () => {
		assert.equal(fieldOfLabel(label), 'col_name');
	});
}

test('other characters in labels count', () => {
	for (const label of ['column.name', 'column\u2010name', '_column_name', 'columnname', 'column\u00ADname'])
		assert.equal(fieldOfLabel(label), undefined, label);
});

test('a column is found by any notation of its label', () => {
	assert.equal(columnOf(['id', ' Table\u00A0NAME '], 'table-name'), 1);
	assert.deepEqual(distinctLabels(['a b', 'A_B', 'c', '\u200B', '\u00A0']), ['c']);
	assert.equal(canonicalLabel('sort_order', 'Col Sort-Order'), 'col_sort_order');
});

type Case = readonly [labels: string, mapping: string, problems?: string];

const neighbours: readonly Case[] = [
	['name,table_name,schema,database', 'col_name name schema database'],
	['Name,TABLE,schema,database', 'col_name name schema database'],
	['name,table_name,col_name,database,schema', 'name - col_name database schema', 'duplicate-label'],
	['name,column name,database,schema', 'name col_name database schema'],
	['name,name,table,schema,database', 'col_name - name schema database', 'duplicate-label'],
	[
		'col_name,database,schema,table,description,table description',
		'col_name database schema name col_description description',
	],
	[
		'col_name,database,schema,table,description,table_description,comment',
		'col_name database schema name description - col_description',
		'duplicate-label',
	],
];

for (const [text, mapping, problems = ''] of neighbours) {
	test(`the columns ${text} are read as ${mapping}`, () => {
		const labels = text.split(',');
		const header = readHeader(labels);
		const fields = new Map(Object.entries(header.mapping).map(([field, column]) => [column, field]));
		assert.equal(labels.map((_, column) => fields.get(column) ?? '-').join(' '), mapping);
		assert.equal(header.found.map(({code}) => code).join(), problems);
	});
}

test('a column that the user has mapped to col_name keeps the meaning of name', () => {
	const {mapping, found} = readHeader(['Field', 'name', 'table_name', 'database', 'schema'], {Field: 'col_name'});
	assert.deepEqual([mapping.col_name, mapping.name], [0, 1]);
	assert.deepEqual(
		found.map(({code}) => code),
		['duplicate-label'],
	);
});

test('a column that is mapped to none is not sent and not reported, and another can have its meaning', () => {
	const labels = ['col_name', 'database', 'schema', 'name', 'table', 'type', 'Note'];
	const {mapping, found} = readHeader(labels, {name: 'none', '#6': 'none', note: 'none'});
	assert.deepEqual(mapping, {col_name: 0, database: 1, schema: 2, name: 4});
	assert.deepEqual(found, []);
});
