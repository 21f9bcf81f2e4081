import type {LineageStore} from '../../../source/app/screen.ts';
import {lineageReducer} from '../../../source/app/screens/lineage/reducer.ts';
import {initialLineage, type LineageContext} from '../../../source/app/screens/lineage/state.ts';
import {Store} from '../../../source/app/store.ts';
import {NodeNames} from '../../../source/lineage/named.ts';
import {clean} from './contents.ts';
import {filesStart} from './file-start.ts';
import type {Player, Scene, SceneStart} from './scene.ts';

const resource = (type: string, id: string, title: string, more: object = {}) =>
	`${JSON.stringify({entity_type: type, databuilder_id: id, title, ...more})}\n`;

const table = (id: string, title: string) => resource('table', id, title, {schema: 'sales', database: 'shop'});

const resources = [
	table('shop.sales.orders', 'Orders'),
	table('shop.sales.customers', 'Customers'),
	table('shop.sales.revenue', 'Revenue per day → and country'),
	table('shop.sales.forecast', 'Forecast'),
	table('shop.sales.lonely', 'Nothing reads this table'),
	resource('dashboard', 'bi.sales', 'Sales at a glance', {group: 'Sales'}),
	resource('chart', 'bi.sales.revenue', 'Revenue, 注文の一意の識別子', {
		parent_databuilder_id: 'bi.sales',
		product: 'BI',
	}),
].join('');

type End = {readonly type: string} & Readonly<Record<string, string>>;

const internal = (id: string): End => ({type: 'internal_resource', databuilder_id: id});

const edge = (from: End, to: End) => `${JSON.stringify({from_identifier: from, to_identifier: to})}\n`;

const bucket = {type: 'external_table', cluster: 's3', database: 'raw', schema: 'events', table: 'orders'};

const lineage = [
	edge(internal('shop.sales.orders'), internal('shop.sales.revenue')),
	edge(bucket, internal('shop.sales.orders')),
	edge({type: 'tables_from_query', sql: 'SELECT *\nFROM clicks\nWHERE day = today()'}, internal('shop.sales.orders')),
	edge(internal('shop.sales.customers'), internal('shop.sales.orders')),
	edge(bucket, internal('shop.sales.customers')),
	edge(internal('shop.sales.revenue'), internal('shop.sales.forecast')),
	edge(internal('shop.sales.forecast'), internal('shop.sales.orders')),
	edge(internal('shop.sales.revenue'), internal('bi.sales.revenue')),
	edge(internal('bi.sales.revenue'), internal('bi.sales')),
	edge(internal('bi.sales.revenue'), {type: 'external_column', database: 'export', table: 'report', column: 'revenue'}),
	edge(internal('shop.sales.forecast'), internal('bi.missing')),
].join('');

const both = filesStart({'resources.jsonl': resources, 'lineage.jsonl': lineage});

const wide = filesStart({
	'resources.jsonl': table('shop.sales.orders', 'Orders'),
	'lineage.jsonl': Array.from({length: 3000}, (_, at) =>
		edge(internal('shop.sales.orders'), {type: 'external_table', table: `copy_${at + 1}`}),
	).join(''),
});

/** The screen while the graph of many edges is built. */
const building: SceneStart = {
	files: {},
	begin(stage) {
		const context: LineageContext = {
			names: new NodeNames({
				readEnd: () => ({kind: 'resource', id: ''}),
				resource: () => ({row: 1, title: 'Orders', type: 'table'}),
			}),
			resources: {name: 'resources.jsonl', isOpen: true},
		};
		const store: LineageStore = new Store(
			initialLineage({number: 1, end: {kind: 'resource', id: 'shop.sales.orders'}}),
			(state, action) => lineageReducer(state, action, context),
			() => undefined,
		);
		store.dispatch({type: 'progress', part: 0.42});
		stage.show({name: 'lineage', store, context});
		return stage.until(Promise.withResolvers<never>().promise);
	},
};

type Play = (player: Player) => Promise<void>;

function scene(name: string, start: SceneStart, play: Play, more: Pick<Scene, 'sizes' | 'ascii'> = {}): Scene {
	return {name: `lineage${name}`, start, play, ...more};
}

const usual = {sizes: [[80, 24]]} as const;
const small = {sizes: [[60, 16]]} as const;

/** Opens the lineage of the first row. */
async function opened(player: Player): Promise<void> {
	await player.shows(/resources\.jsonl {2}7 rows/);
	await player.press('L', '2 up, 2 down');
}

/** The lineage of resources: with repeated nodes, a cycle, external ends and queries. */
export const lineageScenes: readonly Scene[] = [
	scene('', both, opened),
	scene('-ascii', both, opened, {...usual, ascii: true}),
	scene('-building', building, player => player.shows('42 %'), small),
	scene('-deeper', both, async player => {
		await opened(player);
		await player.press('+', '3 up, 3 down');
		await player.press('G', /▸.*report/);
	}),
	scene(
		'-query',
		both,
		async player => {
			await opened(player);
			await player.press('down down', /▸.*SELECT/);
			await player.press('r', 'outside the catalog');
		},
		small,
	),
	scene(
		'-external',
		both,
		async player => {
			await opened(player);
			await player.press('down enter', 'Lineage of s3.raw');
		},
		usual,
	),
	scene(
		'-row',
		both,
		async player => {
			await opened(player);
			await player.press('G up', /▸.*Forecast/);
			await player.press('r', 'row 4 ·');
		},
		usual,
	),
	scene('-empty', both, async player => {
		await player.shows(/resources\.jsonl {2}7 rows/);
		await player.press('down down down down L', 'Downstream: none');
	}),
	scene(
		'-wide',
		wide,
		async player => {
			await player.shows(/resources\.jsonl {2}1 row/);
			await player.press('L', 'Only the nearest 2,000 nodes');
			await player.press('G', '2,001 of 2,001');
		},
		small,
	),
	scene(
		'-without-resources',
		filesStart({'lineage.jsonl': lineage}),
		async player => {
			await player.shows(/11 rows/);
			await player.press('L', 'Open resources.jsonl too to see titles.');
		},
		small,
	),
	scene(
		'-without-edges',
		filesStart({'resources.jsonl': resources}),
		async player => {
			await player.shows(/7 rows/);
			await player.press('L', 'Open lineage.jsonl too to see edges.');
		},
		small,
	),
	scene(
		'-in-csv',
		filesStart({'warehouse.csv': clean}),
		async player => {
			await player.shows('no problems');
			await player.press('L', 'has no lineage');
		},
		small,
	),
	scene(
		'-help',
		both,
		async player => {
			await opened(player);
			await player.press('?', 'Lineage of a resource');
			await player.press('x', 'searches the keys');
		},
		usual,
	),
];
