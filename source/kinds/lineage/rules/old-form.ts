import {edgeLine, orders, revenue} from '../example.ts';
import {todaysForm} from '../todays-form.ts';
import type {EdgeRule} from './edge-rule.ts';

export const oldForm: EdgeRule = {
	code: 'old-form',
	hasSafeFixes: true,
	message: () =>
		'The edge has from_databuilder_id and to_databuilder_id, an older form. Write from_identifier and to_identifier.',
	fixes: edge => [
		{kind: 'rewrite', title: 'write from_identifier and to_identifier', safe: true, record: todaysForm(edge)},
	],
	page: {
		meaning: 'An edge has from_databuilder_id and to_databuilder_id in place of from_identifier and to_identifier.',
		reason: 'Only older documents of Secoda show this form. It may no longer be read.',
		example: {text: '{"from_databuilder_id": "shop.sales.orders", "to_databuilder_id": "shop.sales.revenue"}\n'},
		fixes: [
			{kind: 'safe', text: 'Each id becomes an identifier of the type internal_resource.'},
			{kind: 'edit', text: 'Export the edges in the form of today.', fixed: edgeLine(orders, revenue)},
		],
	},
};
