import {edgeLine, orders} from '../example.ts';
import type {EdgeRule} from './edge-rule.ts';

const from = '{"type": "external_table", "table": "raw_orders"}';
const to = '{"type": "external_table", "table": "orders"}';

export const noInternalEnd: EdgeRule = {
	code: 'no-internal-end',
	hasSafeFixes: false,
	message: () => 'Neither end is an internal_resource. Check whether Secoda shows such an edge, or skip the row.',
	fixes: () => [],
	page: {
		meaning: 'Both ends of an edge are external tables, external columns or queries.',
		reason:
			'One page of the documentation asks for at least one internal resource, another one allows edges between external tables.',
		example: {text: edgeLine(from, to)},
		fixes: [
			{
				kind: 'edit',
				text: 'Name the id of a resource in one of the ends, or skip the row.',
				fixed: edgeLine(from, orders),
			},
			{kind: 'none', text: 'No action needed if the edge appears in Secoda.'},
		],
	},
};
