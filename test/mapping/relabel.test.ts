import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {fields, isField} from '../../source/kinds/warehouse/field.ts';
import {proposeMapping} from '../../source/mapping/propose.ts';
import {rounds} from '../support/rounds.ts';
import {anyLabels, anyOrder, goodRows} from './relabelled.ts';

test('a good file with other labels, in another order, leads to the same mapping', () => {
	fc.assert(
		fc.property(anyLabels, goodRows, anyOrder, (all, cells, at) => {
			const shuffled = <Item>(items: readonly Item[]) => at.flatMap(index => items.slice(index, index + 1));
			const {proposals, missing} = proposeMapping(shuffled(all), cells.map(shuffled));
			assert.deepEqual(missing, []);
			const found = proposals.map(({field, column}) => [field, fields[at[column] ?? -1]]);
			assert.deepEqual(
				found,
				fields.filter(isField).map(field => [field, field]),
				JSON.stringify(shuffled(all)),
			);
		}),
		{numRuns: rounds(300)},
	);
});
