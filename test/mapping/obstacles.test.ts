import assert from 'node:assert/strict';
import test from 'node:test';
import {findObstacle, type Obstacle} from '../../source/mapping/obstacles.ts';
import {sampleText} from '../support/mapping-desk.ts';

const cases: readonly (readonly [title: string, text: string, obstacle: Obstacle | undefined])[] = [
	['a header with known labels', 'table,column\ncage,a\ncage,b\n', undefined],
	[
		'a header that is repeated below each page',
		'table,column,type\ncage,a,int\ntable,column,type\ncage,b,int\n',
		undefined,
	],
	[
		'data in the first row',
		'zoo,cage,id,int\nzoo,cage,width,varchar(9)\nzoo,bird,id,int\nzoo,bird,age,varchar(9)\n',
		{code: 'no-header', labels: ['column_1', 'name', 'col_name', 'col_type']},
	],
	['labels without a meaning', 'xyz,abc\ncage,a\ncage,b\nbird,a\nbird,b\n', {code: 'unknown-labels'}],
	[
		'a title and a header for each table',
		'CAGE,,\nField,Type,Meaning\nid,int,Key\nwidth,int,Width\n,,\nBIRD,,\nField,Type,Meaning\nid,int,Key\n',
		{code: 'table-titles', titles: ['CAGE', 'BIRD']},
	],
	[
		'the name of the table in the first cell of each header',
		'Cage,Field,Type,Meaning\n,id,int,Key\n,width,int,Width\nBird,Field,Type,Meaning\n,id,int,Key\n',
		{code: 'table-titles', titles: ['Cage', 'Bird']},
	],
	[
		'lists of columns',
		"table,columns\ncage,\"['id', 'width']\"\nbird,\"['id', 'age', 'cage_id']\"\n",
		{code: 'column-lists', label: 'columns'},
	],
	[
		'lists beside names of columns',
		'table,column,indexed columns\ncage,id,"id, width, age"\ncage,age,"id, width, age"\n',
		undefined,
	],
];

for (const [title, text, obstacle] of cases) {
	test(`${title}: ${obstacle?.code ?? 'no obstacle'}`, () => {
		assert.deepEqual(findObstacle(sampleText(text)), obstacle);
	});
}
