import assert from 'node:assert/strict';
import test from 'node:test';
import {assignFields} from '../../source/mapping/assign.ts';
import type {Claim} from '../../source/mapping/claim.ts';

const claim = (field: Claim['field'], column: number, score: number): Claim => ({
	field,
	column,
	score,
	fit: 0,
	basis: 'label',
});

test('the best claims are chosen, one for each field and each column', () => {
	const chosen = assignFields([
		claim('col_name', 0, 60),
		claim('name', 0, 80),
		claim('name', 1, 90),
		claim('description', 1, 85),
		claim('col_name', 2, 50),
	]);
	assert.deepEqual(
		chosen.map(({field, column}) => [field, column]),
		[
			['name', 1],
			['col_name', 0],
		],
	);
});

test('of equal claims the first column is chosen', () => {
	assert.deepEqual(assignFields([claim('name', 3, 50), claim('name', 1, 50)]), [claim('name', 3, 50)]);
});
