import {jsonType} from '../../../records/jsonl/json-bytes.ts';
import {trim} from '../../values/trim.ts';
import {tablesFromQuery} from '../end-type.ts';
import {edgeLine, orders} from '../example.ts';
import {source, target} from '../field.ts';
import type {EdgeRule} from './edge-rule.ts';

const query = '{"type": "tables_from_query", "sql": "select * from shop.sales.orders"}';

export const queryTarget: EdgeRule = {
	code: 'query-target',
	hasSafeFixes: false,
	message: () => 'A query can only be where data comes from. Swap the ends, or name the resource that the query fills.',
	fixes({record}) {
		const isObject = record.typeOf(source.identifier) === jsonType.object;
		if (!isObject || trim(record.value(source.type)) === tablesFromQuery.name) return [];
		const changes = [
			{field: source.field, value: record.value(target.identifier)},
			{field: target.field, value: record.value(source.identifier)},
		];
		return [{kind: 'cells', title: 'swap the ends', safe: false, changes}];
	},
	page: {
		meaning: 'The to_identifier of an edge is a query (tables_from_query).',
		reason: 'Secoda reads the tables of a query as sources: a query is valid in from_identifier only.',
		example: {text: edgeLine(orders, query)},
		fixes: [{kind: 'proposed', text: 'The two ends are swapped.'}],
	},
};
