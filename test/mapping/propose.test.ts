import assert from 'node:assert/strict';
import test from 'node:test';
import {parse} from 'csv-parse/sync';
import type {Field} from '../../source/kinds/warehouse/field.ts';
import {planRecipe} from '../../source/mapping/plan-recipe.ts';
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
		['a known label', 'table,Field\ncage,a\ncage,b\n', 'name', 'table', 'certain'],
		['a label in words', 'table,Field\ncage,a\ncage,b\n', 'col_name', 'Field', 'likely'],
		['a vague label with fitting values', 'table,Code\ncage,a\ncage,b\nbird,a\n', 'col_name', 'Code', 'likely'],
		[
			'types under an unknown label',
			'table,Field,xyz\ncage,a,int\ncage,b,varchar(9)\nbird,a,int\n',
			'col_type',
			'xyz',
			'likely',
		],
		['identifiers under an unknown label', 'table,xyz\ncage,a\ncage,b\nbird,a\n', 'col_name', 'xyz', 'possible'],
		[
			'texts under an unknown label',
			'table,col,xyz\ncage,a,Key of the whole row\ncage,b,Name of the whole row\n',
			'col_description',
			'xyz',
			'possible',
		],
		[
			'a known label that values contradict, beside a better one',
			'table,col,data_type,type_name\ncage,a,4,int\ncage,b,12,varchar\nbird,c,4,int\n',
			'col_type',
			'type_name',
			'likely',
		],
		[
			'a known label that values contradict, alone',
			'table,col,data_type\ncage,a,4\ncage,b,12\nbird,c,4\n',
			'col_type',
			'data_type',
			'certain',
		],
		[
			'a type of table under the label of a type',
			'table,type,col\ncage,BASE TABLE,a\ncage,BASE TABLE,b\nbird,VIEW,a\n',
			'is_view',
			'type',
			'likely',
		],
		[
			'the database beside a cluster',
			'cluster,database,table,col\nprod,zoo,cage,a\nprod,zoo,cage,b\n',
			'database',
			'database',
			'certain',
		],
		['a dataset without tables', 'Dataset,Variable\ncage,a\ncage,b\n', 'name', 'Dataset', 'likely'],
		[
			'a project of datasets',
			'project,dataset,table,col\np,zoo,cage,a\np,zoo,cage,b\n',
			'database',
			'project',
			'likely',
		],
		['an owner of tables', 'owner,table,col\nHR,cage,a\nHR,cage,b\n', 'schema', 'owner', 'likely'],
		[
			'the only description, beside known labels of Secoda',
			'col_name,table,description\na,cage,\nb,cage,Birds live here\n',
			'description',
			'description',
			'certain',
		],
		[
			'a description that is the same for each table',
			'table,col,description\ncage,a,Where birds live\ncage,b,Where birds live\nbird,a,All the birds\n',
			'description',
			'description',
			'certain',
		],
		[
			'the clear one of three descriptions',
			'table,col,description,column_comment,table_description\ncage,a,Some more words,Key of the cage,Where birds live\ncage,b,Some more words,Name of the cage,Where birds live\n',
			'col_description',
			'column_comment',
			'likely',
		],
		[
			'the description of tables among three',
			'table,col,description,column_comment,table_description\ncage,a,Some more words,Key of the cage,Where birds live\ncage,b,Some more words,Name of the cage,Where birds live\n',
			'description',
			'table_description',
			'certain',
		],
		[
			'names in blocks of rows, beside names that differ',
			'Model,Sheet,Field\nm1,cage,a\nm2,cage,b\nm3,bird,a\nm4,bird,b\n',
			'name',
			'Sheet',
			'likely',
		],
		['merged cells', 'Tabelle,Spalte\ncage,a\n,b\n,c\n,d\nbird,a\n,b\n', 'name', 'Tabelle', 'likely'],
		[
			'the plainer of two labels',
			'table,col,Internal Column ID,Column ID\ncage,a,1,1\ncage,b,2,2\n',
			'sort_order',
			'Column ID',
			'likely',
		],
		[
			'numbers among null placeholders',
			'table,col,Position\ncage,a,1\ncage,b,NULL\nbird,a,N/A\n',
			'sort_order',
			'Position',
			'likely',
		],
		[
			'a label that a neighbour overrules',
			'catalog,database,table,col\nhive,logs,cage,a\nhive,logs,cage,b\n',
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

test('the reason of names counts the tables of merged cells, and says where names repeat', () => {
	const merged = 'Tabelle,Spalte\ncage,a\n,b\nbird,a\n,b\n';
	assert.match(proposalOf(merged, 'col_name')?.reason ?? '', /; 4 identifiers, unique within each table$/);
	const repeated = 'Tabelle,Spalte\ncage,a\ncage,b\ncage,a\n';
	assert.match(proposalOf(repeated, 'col_name')?.reason ?? '', /; 3 identifiers$/);
});

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
	[
		'times that differ within a table',
		'table,col,Last Updated\ncage,a,2024-01-01\ncage,b,2024-02-01\n',
		'last_updated_time',
	],
	['types of keys', 'table,col,Object Type\ncage,a,PK\ncage,b,FK\n', 'is_view'],
	['decimal numbers under a label of columns', 'column id,tab\n1.5,2.5\n2.5,3.5\n', 'col_name'],
	['ranges in place of positions', 'table,col,Position\ncage,a,1-4\ncage,b,5-9\n', 'sort_order'],
	['persons who own data', 'schema,table,col,Owner\nzoo,cage,a,Ann Lee\nzoo,cage,b,Ann Lee\n', 'description'],
	['types of tables that differ within a table', 'table,col,Table Type\ncage,a,VIEW\ncage,b,TABLE\n', 'is_view'],
	['formats of dates', 'table,col,Format\ncage,a,YYYY-MM-DD\ncage,b,###.#\ncage,c,HH:MM\n', 'col_type'],
	['other names of columns', 'Variable,ShortenedName\nage,ag\nsex,sx\n', 'name'],
	['an owner without tables', 'Owner,col\nHR,a\nHR,b\n', 'schema'],
	[
		'types of tables that differ within a table, without a known label',
		'table,col,xyz\ncage,a,VIEW\ncage,b,TABLE\n',
		'is_view',
	],
	['examples', 'table,col,Example\ncage,a,Some text of three\ncage,b,Other text of three\n', 'col_description'],
];

for (const [title, text, field] of unmapped) {
	test(`${title} are not proposed for ${field}`, () => {
		assert.equal(proposalOf(text, field), undefined);
	});
}

test('an owner that is a person is no schema', () => {
	assert.deepEqual(propose('Owner,table,col\nAnn Lee,cage,a\nAnn Lee,cage,b\n').missing, ['database', 'schema']);
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
		'Field,Field,Ta\u200Bbelle,\na,Name of a thing,t,int\nb,Name of a place,t,text\na,Key of a thing,u,int\n',
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

test('codes of tables and views lead to booleans, also where a code reads as true', () => {
	const codes = (table: string, view: string) => {
		const views = ['u', 'v', 'w', 'x', 'y'].map(name => `${name},a,${view}\n${name},b,${view}\n`).join('');
		const {labels, ...proposal} = propose(`table,col,obj_typ\nt,a,${table}\n${views}`);
		return proposedRecipe(labels, proposal, 'likely').values;
	};
	assert.deepEqual(codes('TBL', 'VW'), {is_view: {VW: 'true'}});
	assert.deepEqual(codes('T', 'V'), {is_view: {T: 'false', V: 'true'}});
});

test('cells are filled down and values replaced only for fields whose proposal is taken', () => {
	const {labels, ...proposal} = propose('xyz,Column\ncage,a\n,b\nbird,a\n,c\n');
	assert.deepEqual(proposedRecipe(labels, proposal, 'possible'), {
		mapping: {xyz: 'name', Column: 'col_name'},
		fillDown: ['name'],
	});
	assert.deepEqual(proposedRecipe(labels, proposal, 'likely'), {mapping: {Column: 'col_name'}});
});

const paths: readonly (readonly [title: string, text: string, fields: readonly Field[] | undefined])[] = [
	['schema and table', 'object,col\nzoo.cage,a\nzoo.cage,b\n', ['schema', 'name']],
	['the whole path', 'path,xyz\nlake.zoo.cage.a,1\nlake.zoo.cage.b,2\n', ['database', 'schema', 'name', 'col_name']],
	[
		'the path of a column beside its name',
		'full_name,col\nzoo.cage.a,a\nzoo.cage.b,b\n',
		['schema', 'name', 'col_name'],
	],
	[
		'a path that names another table in each row',
		'table,xyz\nlake.zoo.cage,1\nlake.zoo.bird,2\n',
		['database', 'schema', 'name'],
	],
	[
		'a path whose parts have columns',
		'full_name,database,schema,table,col\nl.zoo.cage,l,zoo,cage,a\nl.zoo.cage,l,zoo,cage,b\n',
		undefined,
	],
	['names of files', 'File,Field\nbirds.csv,a\nbirds.csv,b\n', undefined],
	['parts that are no names', 'xyz,Field\nA1.001,a\nA1.002,b\n', undefined],
	['other periods than in paths', 'Reference,Field\nzoo.cage,a\nzoo.bird,b\n', undefined],
];

for (const [title, text, fields] of paths) {
	test(`${title}: ${fields === undefined ? 'no split' : `a split into ${fields.join()}`}`, () => {
		assert.deepEqual(propose(text).splits[0]?.fields, fields);
	});
}

test('a single empty cell among repeated names is not filled down', () => {
	assert.deepEqual(propose('table,col\ncage,a\ncage,b\n,c\ncage,d\nbird,a\nbird,b\n').fillDown, []);
});

test('names of columns that are not described are no titles', () => {
	const text = 'Field,Description\nid,Key of the row\nStart date,\nEnd date,\nMost visitors,\nsum,Sum of it all\n';
	assert.deepEqual(propose(text).skipRows, []);
});

test('many titles are not skipped by their texts', () => {
	const rows = Array.from(
		{length: 6},
		(_, at) => `Group ${at} of fields,\na${at},Key of the row\nb${at},Name of the row\n`,
	);
	assert.deepEqual(propose(`Field,Description\n${rows.join('')}`).skipRows, []);
});

test('two known labels of one field lead to a recipe that can be planned', () => {
	const {labels, ...proposal} = propose('table,col_name,type,data_type\ncage,a,int,int\ncage,b,text,text\n');
	const planned = planRecipe(labels, proposedRecipe(labels, proposal, 'certain'));
	assert.ok('plan' in planned, JSON.stringify(planned));
});
