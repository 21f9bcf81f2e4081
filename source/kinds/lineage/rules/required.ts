import {edgeLine, orders, revenue} from '../example.ts';
import type {EdgeRule} from './edge-rule.ts';

export const required: EdgeRule = {
	code: 'required',
	hasSafeFixes: false,
	message: (_edge, place) => `${place?.field ?? 'A key'} is missing or empty. Add it, or skip the row.`,
	fixes: () => [],
	page: {
		meaning:
			'An edge has no from_identifier or to_identifier, or an identifier lacks its type or a key that its type needs: databuilder_id for internal_resource, table for external_table, table and column for external_column, sql for tables_from_query.',
		reason: 'Secoda cannot know which two resources the edge connects.',
		example: {text: edgeLine(orders, '{"type": "internal_resource"}')},
		fixes: [{kind: 'edit', text: 'Add the key that is missing, or skip the row.', fixed: edgeLine(orders, revenue)}],
	},
};
