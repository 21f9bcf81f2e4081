import {fileStart, filesStart} from './file-start.ts';
import type {Scene} from './scene.ts';

const columns = [
	'id',
	'customer_id',
	'placed_at',
	'status',
	'total',
	'currency',
	'channel',
	'coupon',
	'note',
	'updated_at',
];

const resources = [
	'{"entity_type": "database", "databuilder_id": "shop", "title": "SHOP"}',
	'{"entity_type": "schema", "databuilder_id": "shop.sales", "parent_databuilder_id": "shop", "title": "sales"}',
	'{"entity_type": "table", "databuilder_id": "shop.sales.orders", "parent_databuilder_id": "shop.sales", "title": "orders", "schema": "sales", "database": "shop", "description": "Every order, paid or not. One row for each order; the lines of an order are in order_items, which refers to it. Orders that were never paid are removed after thirty days, and their lines with them."}',
	...columns.map(
		name =>
			`{"entity_type": "column", "databuilder_id": "shop.sales.orders.${name}", "parent_databuilder_id": "shop.sales.orders", "title": "${name}"}`,
	),
	'{"entity_type": "dashboard", "databuilder_id": "board", "title": "Revenue", "group": "Finance", "parent_databuilder_id": "boards"}',
	'{"entity_type": "chart", "databuilder_id": "chart", "title": "By month", "product": "BI", "parent_databuilder_id": "board"}',
	'{"entity_type": "column", "databuilder_id": "loop.a", "title": "a", "parent_databuilder_id": "loop.b"}',
	'{"entity_type": "column", "databuilder_id": "loop.b", "title": "b", "parent_databuilder_id": "loop.a"}',
	'',
].join('\n');

const internal = (id: string) => `{"type": "internal_resource", "databuilder_id": "${id}"}`;
const edge = (from: string, to: string) => `{"from_identifier": ${from}, "to_identifier": ${to}}`;
const lineage = [
	edge(internal('shop.sales.orders.total'), internal('chart')),
	edge('{"type": "external_table", "database": "RAW", "table": "orders"}', internal('shop.sales.orders')),
	edge('{"type": "tables_from_query", "sql": "SELECT *\\nFROM raw.refunds"}', internal('shop.sales.refunds')),
	'',
].join('\n');

const pair = filesStart({'resources.jsonl': resources, 'lineage.jsonl': lineage});

/** The relatives of rows in the detail pane and in the row menu. */
export const relativesScenes: readonly Scene[] = [
	{
		name: 'relatives',
		start: fileStart(resources, {name: 'resources.jsonl'}),
		async play(player) {
			await player.shows('✗ 2 errors');
			await player.press('down down', 'row 3 ·');
		},
	},
	{
		name: 'relatives-long-value',
		start: fileStart(resources, {name: 'resources.jsonl'}),
		async play(player) {
			await player.shows('✗ 2 errors');
			await player.press('down down right right right right', 'Every order, paid');
		},
	},
	{
		name: 'relatives-missing',
		start: fileStart(resources, {name: 'resources.jsonl'}),
		async play(player) {
			await player.shows('✗ 2 errors');
			await player.press('tab', 'missing-parent');
		},
	},
	{
		name: 'relatives-cycle',
		start: fileStart(resources, {name: 'resources.jsonl'}),
		async play(player) {
			await player.shows('✗ 2 errors');
			await player.press('G', 'row 17 ·');
		},
	},
	{
		name: 'relatives-menu',
		start: fileStart(resources, {name: 'resources.jsonl'}),
		async play(player) {
			await player.shows('✗ 2 errors');
			await player.press('down down m', 'Go to the parent');
			await player.press('down', 'Go to the parent');
		},
	},
	{
		name: 'relatives-menu-missing',
		start: fileStart(resources, {name: 'resources.jsonl'}),
		async play(player) {
			await player.shows('✗ 2 errors');
			await player.press('tab m', 'Go to the parent');
			await player.press('2', 'boards is not in this file.\n');
		},
	},
	{
		name: 'relatives-edge',
		start: pair,
		async play(player) {
			await player.shows('✗ 2 errors');
			await player.press('t', /lineage\.jsonl.*3 rows/);
		},
	},
	{
		name: 'relatives-edge-outside',
		start: pair,
		async play(player) {
			await player.shows('✗ 2 errors');
			await player.press('t', /lineage\.jsonl.*3 rows/);
			await player.press('down down', 'row 3 ·');
		},
	},
	{
		name: 'relatives-edge-menu',
		start: pair,
		async play(player) {
			await player.shows('✗ 2 errors');
			await player.press('t', /lineage\.jsonl.*3 rows/);
			await player.press('down m', 'Go to the source');
			await player.press('3', /resources\.jsonl[\s\S]*row 3 ·/);
			await player.press('t', /lineage\.jsonl[\s\S]*row 2 ·/);
			await player.press('m', 'Go to the source');
		},
	},
	{
		name: 'relatives-edge-end',
		start: pair,
		async play(player) {
			await player.shows('✗ 2 errors');
			await player.press('t', /lineage\.jsonl.*3 rows/);
			await player.press('m', 'Go to the target');
			await player.press('3', /resources\.jsonl[\s\S]*row 15 ·/);
		},
	},
	{
		name: 'relatives-edge-alone',
		start: fileStart(lineage, {name: 'lineage.jsonl'}),
		play: player => player.shows('3 rows'),
	},
];
