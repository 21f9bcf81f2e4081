import {fileStart} from './file-start.ts';
import type {Scene} from './scene.ts';

const lines = [
	'{"entity_type": "database", "databuilder_id": "DB", "title": "DB"}',
	'{"entity_type": "schema", "databuilder_id": "DB.sales", "parent_databuilder_id": "DB", "title": "sales"}',
	'{"entity_type": "table", "databuilder_id": "DB.sales.orders", "title": "orders", "schema": "sales", "database": "DB", "description": "顧客の注文: every order", "hidden": fals, "native_type": "TABLE"}',
	'{"entity_type": "column", "databuilder_id": "DB.sales.orders.id", "parent_databuilder_id": "DB.sales.Orders", "title": "id", "sort_order": "1"}',
	'orders',
	'',
];

const start = fileStart(lines.join('\n'), {name: 'resources.jsonl'});

/** A file of JSON Lines, in which some lines are not JSON. */
export const jsonLinesScenes: readonly Scene[] = [
	{
		name: 'json-lines',
		start,
		async play(player) {
			await player.shows('✗ 4 errors');
			await player.press('tab tab', 'row 4 ·');
		},
	},
	{
		name: 'json-lines-broken',
		start,
		async play(player) {
			await player.shows('✗ 4 errors');
			await player.press('tab', 'row 3');
		},
	},
	{
		name: 'json-lines-edit-broken',
		start,
		async play(player) {
			await player.shows('✗ 4 errors');
			await player.press('tab', 'row 3');
			await player.press('enter', 'Edit row 3 as a line of JSON Lines');
		},
	},
];
