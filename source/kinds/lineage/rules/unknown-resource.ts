import {edgeLine, orders, revenue} from '../example.ts';
import type {EdgeRule} from './edge-rule.ts';

const table = (name: string) =>
	`{"entity_type": "table", "databuilder_id": "shop.sales.${name}", "title": "${name}", "schema": "sales", "database": "shop"}\n`;

export const unknownResource: EdgeRule = {
	code: 'unknown-resource',
	hasSafeFixes: false,
	message: (_edge, place) =>
		`The resources file has no resource with the id in ${place?.field ?? 'this end'}. Correct the id, unless an earlier upload created the resource.`,
	fixes({record}, place, {similar}) {
		if (place === undefined) return [];
		const id = similar(record.value(place.column));
		if (id === undefined) return [];
		return [{kind: 'cells', title: `change to ${id}`, safe: false, changes: [{field: place.field, value: id}]}];
	},
	page: {
		meaning: 'The databuilder_id of an end is not an id of the resources file that is open with the lineage file.',
		reason: 'An edge to a resource that does not exist is not shown. The id may also be that of an earlier upload.',
		example: {
			text: edgeLine(orders, revenue.replace('revenue', 'revenu')),
			beside: {name: 'resources.jsonl', text: ['orders', 'revenue'].map(table).join('')},
		},
		fixes: [
			{
				kind: 'edit',
				text: 'Write the id of a resource, or add the resource to the resources file.',
				fixed: edgeLine(orders, revenue),
			},
			{kind: 'none', text: 'No action needed if an earlier upload created the resource.'},
		],
	},
};
