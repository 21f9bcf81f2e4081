import {edgeLine, orders, revenue} from '../example.ts';
import type {EdgeRule} from './edge-rule.ts';

export const selfEdge: EdgeRule = {
	code: 'self-edge',
	hasSafeFixes: false,
	message: () => 'The edge leads from a resource to the same resource. Correct one of the ends, or skip the row.',
	fixes: () => [{kind: 'skip', title: 'skip the row', safe: false}],
	page: {
		meaning: 'Both ends of an edge have the same type and the same keys.',
		reason: 'Such an edge says nothing. Mostly one of its ends should be another resource.',
		example: {text: edgeLine(orders, orders)},
		fixes: [
			{kind: 'edit', text: 'Correct the end that is wrong.', fixed: edgeLine(orders, revenue)},
			{kind: 'proposed', text: 'The row is skipped.'},
		],
	},
};
