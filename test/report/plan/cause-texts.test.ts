import assert from 'node:assert/strict';
import test from 'node:test';
import {columnType, tableType} from '../../../source/kinds/warehouse/resources.ts';
import type {Cause} from '../../../source/plan/causes/cause.ts';
import {causeText} from '../../../source/report/plan/cause-texts.ts';

const pages = [
	{entity: tableType, count: 1},
	{entity: columnType, count: 2000},
];

const renamed: Cause = {
	kind: 'container-renamed',
	container: 'schema',
	before: 'sales',
	after: "sales'\u001B[2J",
	explained: {hidden: pages, created: pages},
	fix: [{option: '--value', value: "schema:sales'\u001B[2J=sales"}],
};

test('a cause names what changed, what it explains and the option as it is typed', () => {
	assert.deepEqual(
		causeText({...renamed, after: 'sales new', fix: [{option: '--value', value: 'schema:sales new=s'}]}),
		{
			problem:
				'The schema "sales" is called "sales new" in the file. Hidden and created again: 1 table, 2,000 columns.',
			hint: "Keep the pages with their owners, tags and documentation: --value 'schema:sales new=s'",
		},
	);
});

test('the text of a cause is safe to show and to type', () => {
	assert.deepEqual(causeText(renamed), {
		problem:
			'The schema "sales" is called "sales\'␛[2J" in the file. Hidden and created again: 1 table, 2,000 columns.',
		hint: "Keep the pages with their owners, tags and documentation: --value $'schema:sales\\'\\033[2J=sales'",
	});
});

test('a cause shows the first names and counts the others', () => {
	const names = ['a', 'b', 'c', 'd'].map(name => ['db', name]);
	const explained = {hidden: pages, created: []};
	assert.equal(
		causeText({kind: 'container-gone', container: 'schema', count: 12, names, explained, fix: []}).problem,
		'The file has nothing of 12 schemas: "db.a", "db.b", "db.c", and 9 more. Hidden: 1 table, 2,000 columns.',
	);
});
