import assert from 'node:assert/strict';
import test from 'node:test';
import {type Expected, type Proposed, scoreProposal} from '../../benchmark/proposals/score.ts';

const expected: Expected = {
	map: {Field: 'col_name', Type: 'col_type'},
	split: {Object: ['schema', 'name']},
	headerRow: 3,
	fillDown: ['name'],
};

const right: Proposed = {
	headerRow: 3,
	proposals: [
		{field: 'col_name', column: 2, label: 'Field '},
		{field: 'col_type', column: 3, label: 'Type'},
	],
	splits: [{fields: ['schema', 'name'], column: 1, label: 'Object'}],
	fillDown: ['name'],
	tableRows: false,
};

test('all fields of the same recipe are right, also one that needs a value', () => {
	assert.deepEqual(scoreProposal(expected, right), {fields: 5, right: 5, wrong: []});
});

test('another column, a missing and a further field, and each part that differs are wrong', () => {
	const proposed: Proposed = {
		headerRow: 1,
		proposals: [
			{field: 'col_name', column: 3, label: 'Type'},
			{field: 'database', column: 2, label: 'Field'},
		],
		splits: right.splits,
		fillDown: [],
		tableRows: true,
	};
	assert.deepEqual(scoreProposal(expected, proposed), {
		fields: 5,
		right: 2,
		wrong: ['col_name', 'col_type', 'database', 'header row', 'fill down', 'table rows'],
	});
});

test('a column can be named by its number, and a file without a proposal is read by its labels', () => {
	assert.deepEqual(scoreProposal({...expected, map: {'#2': 'col_name', Type: 'col_type'}}, right).wrong, []);
	const map = {column_name: 'col_name', database: 'database', schema: 'schema', Table: 'name', Notes: 'description'};
	assert.deepEqual(scoreProposal({map}, undefined), {fields: 5, right: 4, wrong: ['description']});
});
