import assert from 'node:assert/strict';
import test from 'node:test';
import {parse} from 'csv-parse/sync';
import type {Field} from '../../source/kinds/warehouse/field.ts';
import type {Confidence} from '../../source/mapping/proposal.ts';
import {proposeMapping} from '../../source/mapping/propose.ts';
import {proposedRecipe} from '../../source/mapping/proposed-recipe.ts';

function propose(text: string) {
	const [labels = [], ...rows]: string[][] = parse(text, {relax_column_count: true});
	return {labels, ...proposeMapping(labels, rows)};
}

function proposalOf(text: string, field: Field) {
	const {labels, proposals} = propose(text);
	const found = proposals.find(proposal => proposal.field === field);
	return found && {label: labels[found.column], confidence: found.confidence, reason: found.reason};
}

const cases: readonly (readonly [title: string, text: string, field: Field, label: string, confidence: Confidence])[] =
	[
		['a known label', 'table,Field\nt,a\nt,b\n', 'name', 'table', 'certain'],
		['a label in words', 'table,Field\nt,a\nt,b\n', 'col_name', 'Field', 'likely'],
		['a vague label with fitting values', 'table,Code\nt,a\nt,b\nu,a\n', 'col_name', 'Code', 'likely'],
		[
			'types under an unknown label',
			'table,Field,xyz\nt,a,int\nt,b,varchar(9)\nu,a,int\n',
			'col_type',
			'xyz',
			'likely',
		],
		['identifiers under an unknown label', 'table,xyz\nt,a\nt,b\nu,a\n', 'col_name', 'xyz', 'possible'],
		[
			'texts under an unknown label',
			'table,col,xyz\nt,a,Key of the whole row\nt,b,Name of the whole row\n',
			'col_description',
			'xyz',
			'possible',
		],
		[
			'a known label that values contradict, beside a better one',
			'table,col,data_type,type_name\nt,a,4,int\nt,b,12,varchar\nu,c,4,int\n',
			'col_type',
			'type_name',
			'likely',
		],
		[
			'a known label that values contradict, alone',
			'table,col,data_type\nt,a,4\nt,b,12\nu,c,4\n',
			'col_type',
			'data_type',
			'certain',
		],
		[
			'a label that a neighbour overrules',
			'catalog,database,table,col\nc,d,t,a\nc,d,t,b\n',
			'schema',
			'database',
			'likely',
		],
	];

for (const [title, text, field, label, confidence] of cases) {
	test(`${title} is ${confidence}`, () => {
		const found = proposalOf(text, field);
		assert.deepEqual([found?.label, found?.confidence], [label, confidence]);
	});
}

test('reasons name the label, the neighbour and the values', () => {
	const text = 'name,table_name,Beschreibung\nid,cage,Key of the row\nkind,cage,Kind of the animal\n';
	assert.deepEqual(proposalOf(text, 'name')?.reason, 'known label; 1 name in 2 rows');
	assert.deepEqual(
		proposalOf(text, 'col_name')?.reason,
		'beside "table_name", which has the tables; 2 identifiers, unique',
	);
	assert.deepEqual(
		proposalOf(text, 'col_description')?.reason,
		'label means "column description"; text, differs on each row',
	);
});

const unmapped: readonly (readonly [title: string, text: string, field: Field])[] = [
	['times that differ within a table', 'table,col,Last Updated\nt,a,2024-01-01\nt,b,2024-02-01\n', 'last_updated_time'],
	['types of keys', 'table,col,Object Type\nt,a,PK\nt,b,FK\n', 'is_view'],
	['ranges in place of positions', 'table,col,Position\nt,a,1-4\nt,b,5-9\n', 'sort_order'],
	['persons who own data', 'schema,table,col,Owner\ns,t,a,Ann Lee\ns,t,b,Ann Lee\n', 'description'],
	['examples', 'table,col,Example\nt,a,Some text of three\nt,b,Other text of three\n', 'col_description'],
];

for (const [title, text, field] of unmapped) {
	test(`${title} are not proposed for ${field}`, () => {
		assert.equal(proposalOf(text, field), undefined);
	});
}

test('an owner that is a person is no schema', () => {
	assert.deepEqual(propose('Owner,table,col\nAnn Lee,t,a\nAnn Lee,t,b\n').missing, ['database', 'schema']);
});

test('no column and no field is in two proposals', () => {
	const labels = 'name,table,table_name,object,column,field,type,data_type,description,comment,remarks,schema,owner';
	const {proposals} = propose(`${labels}\n${'a,b,c,d,e,f,int,int,T u v,W x y,z,s,o\n'.repeat(3)}`);
	assert.equal(new Set(proposals.map(({column}) => column)).size, proposals.length);
	assert.equal(new Set(proposals.map(({field}) => field)).size, proposals.length);
});

test('a file without labels or rows leads to nothing', () => {
	const nothing = {proposals: [], splits: [], fillDown: [], tableRows: false, skipRows: [], values: new Map()};
	const missing = ['col_name', 'database', 'schema', 'name'];
	assert.deepEqual(proposeMapping([], []), {...nothing, missing});
	assert.deepEqual(proposeMapping(['', ''], [['', ''], []]), {...nothing, missing});
});

test('a recipe names columns by number where labels are repeated, blank or not typeable', () => {
	const {labels, ...proposal} = propose(
		'Field,Field,Ta\u200Bble,\na,Name of a thing,t,int\nb,Name of a place,t,text\na,Key of a thing,u,int\n',
	);
	assert.deepEqual(proposedRecipe(labels, proposal, 'possible').mapping, {
		'#1': 'col_name',
		'#2': 'col_description',
		'#3': 'name',
		'#4': 'col_type',
	});
});

test('a recipe has only proposals that are certain enough', () => {
	const {labels, ...proposal} = propose('xyz,Kommentar\na,Key of the row\nb,Name of the row\n');
	assert.deepEqual(proposedRecipe(labels, proposal, 'likely').mapping, {Kommentar: 'col_description'});
	assert.deepEqual(proposedRecipe(labels, proposal, 'possible').mapping, {
		xyz: 'col_name',
		Kommentar: 'col_description',
	});
});

test('types of tables without a fix are replaced', () => {
	const text = 'table,col,table_type\nt,a,MANAGED\nt,b,MANAGED\nu,a,VIEW\n';
	const {labels, ...proposal} = propose(text);
	assert.deepEqual(proposedRecipe(labels, proposal, 'likely').values, {is_view: {MANAGED: 'false'}});
});
