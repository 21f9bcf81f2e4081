import {edgeLine, orders, revenue} from '../example.ts';
import type {EdgeRule} from './edge-rule.ts';

export const duplicateEdge: EdgeRule = {
	code: 'duplicate-edge',
	hasSafeFixes: true,
	message: (_edge, _place, {earlier}) => `Row ${earlier || '?'} has the same edge. Skip one of the two rows.`,
	fixes: () => [{kind: 'skip', title: 'skip the row', safe: true}],
	page: {
		meaning: 'Two rows have the same two ends: their types and keys are equal.',
		reason: 'The second row adds nothing.',
		example: {text: edgeLine(orders, revenue).repeat(2)},
		fixes: [{kind: 'safe', text: 'The later row is skipped.'}],
	},
};
