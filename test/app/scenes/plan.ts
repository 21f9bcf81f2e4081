import type {JobEvent, Preview} from '../../../source/job/events.ts';
import {warehouseResources} from '../../../source/kinds/warehouse/resources.ts';
import type {Cause} from '../../../source/plan/causes/cause.ts';
import {type PlannedColumns, previewOf} from '../../support/plan-desk.ts';
import type {Player, Scene} from './scene.ts';
import {stopped, unlisted, withEdges} from './upload-facts.ts';
import {uploadStart} from './upload-start.ts';

type Play = (player: Player) => Promise<void>;

function columns(table: string, count: number, description: string): Record<string, string> {
	return Object.fromEntries(Array.from({length: count}, (_, at) => [`${table}/column_${at + 1}`, description]));
}

const amount = 'The amount of the order in euros, without taxes, as the shop has charged it to the customer';

/** Changes of every kind, in two databases. */
const mixed: PlannedColumns = {
	before: {
		...columns('ANALYTICS/sales_old/orders', 8, ''),
		...columns('ANALYTICS/sales/customers', 5, 'A column'),
		'ANALYTICS/sales/customers/amount': amount,
		'ANALYTICS/sales/customers/kd_nr': 'Number',
		'ANALYTICS/sales/orders_2019/id': '',
	},
	after: {
		...columns('ANALYTICS/sales_new/orders', 8, 'Written in the warehouse'),
		...columns('ANALYTICS/sales/customers', 5, 'A column'),
		'ANALYTICS/sales/customers/amount': amount.replace('euros', 'cents'),
		'ANALYTICS/sales/customers/customer_number': 'Number',
		'倉庫/販売/注文の一意の識別子/id': '説明文がここに入ります 🎁',
		'倉庫/販売/注文の一意の識別子/a\u001B[31mb': 'Line one\nline two\t\u202Eend',
	},
	renamed: [['ANALYTICS/sales/customers/kd_nr', 'ANALYTICS/sales/customers/customer_number']],
};

const [tables, column] = warehouseResources.entities;
if (tables === undefined || column === undefined) throw new Error('a warehouse has tables and columns');

const renamedSchema: Cause = {
	kind: 'container-renamed',
	container: 'schema',
	before: 'sales_old',
	after: 'sales_new',
	explained: {
		hidden: [
			{entity: tables, count: 1},
			{entity: column, count: 8},
		],
		created: [
			{entity: tables, count: 1},
			{entity: column, count: 8},
		],
	},
	fix: [{option: '--value', value: 'schema:sales_new=sales_old'}],
};

const clear = previewOf(mixed, {warnings: 2, notSent: ['owner', 'Anmerkung']});
const stoppedPlan: Preview = {
	...clear,
	plan: {...clear.plan, causes: [renamedSchema]},
	guardResult: stopped.guardResult,
};
const unchanged = previewOf({before: {'A/s/t/c': ''}, after: {'A/s/t/c': ''}});
const rollback: Preview = {
	...clear,
	rollback: {
		to: 12,
		loss: {
			edges: undefined,
			emptied: {
				isComplete: true,
				pages: 1,
				fields: [{field: 'col_description', pages: 1}],
				names: [['ANALYTICS', 'sales', 'customers', 'amount']],
			},
			edited: {pages: 0, names: []},
			worked: {pages: 1, names: [['倉庫', '販売', 'a\u001B[31mb']]},
			gone: {pages: 0, names: [], counts: []},
		},
	},
};
const many = previewOf({
	before: Object.assign({}, ...Array.from({length: 300}, (_, at) => columns(`LAKE/raw/events_${at + 1}`, 2, ''))),
	after: {'LAKE/raw/events/id': ''},
});

function scene(name: string, preview: Preview, play: Play, more: Pick<Scene, 'sizes' | 'ascii'> = {}): Scene {
	const planned: JobEvent = {type: 'planned', preview};
	return {name: `plan${name}`, start: uploadStart([planned]), play, ...more};
}

const usual = {sizes: [[80, 24]]} as const;
const small = {sizes: [[60, 16]]} as const;
const shown: Play = player => player.shows('Nothing has been sent yet');
const opened: Play = player => player.shows('To send anyway');

/** Goes to the changed description of a column. */
async function toField(player: Player): Promise<void> {
	await shown(player);
	await player.press('/', 'Search in names and changed fields');
	await player.type('cents', '› cents');
	await player.press('enter', /▸ ~ +amount/);
}

/** The plan of an upload, before it is sent. */
export const planScenes: readonly Scene[] = [
	scene('', clear, shown),
	scene('-ascii', clear, shown, {...usual, ascii: true}),
	scene('-narrow', stoppedPlan, opened, {sizes: [[40, 10]]}),
	scene('-unchanged', unchanged, player => player.shows('No changes'), usual),
	scene('-many', many, async player => {
		await shown(player);
		await player.press('enter enter G', /▸.*events_300/);
		await player.press('+', /▸.*events_300/);
	}),
	scene('-unlisted', unlisted, player => player.shows('Not compared'), usual),
	scene('-rollback', rollback, player => player.shows('Rollback to upload')),
	scene('-edges', withEdges, player => player.shows('Edges'), usual),
	scene('-fields', clear, async player => {
		await toField(player);
		await player.press('enter down', 'col_description ·');
	}),
	scene('-characters', clear, async player => {
		await shown(player);
		await player.press('tab tab tab tab', /▸ ~ +amount/);
		await player.press('G', '販売');
	}),
	scene('-searched', clear, toField, usual),
	scene(
		'-search-line',
		clear,
		async player => {
			await shown(player);
			await player.press('/', 'Search in names and changed fields');
			await player.type('注文', '› 注文');
			await player.press('pagedown', 'searches, or applies the filter');
		},
		small,
	),
	scene(
		'-no-match',
		clear,
		async player => {
			await shown(player);
			await player.press('/', 'Search in names and changed fields');
			await player.type('nothing', '› nothing');
			await player.press('enter', 'No matches');
		},
		usual,
	),
	scene('-filter-line', clear, async player => {
		await shown(player);
		await player.press('&', 'Filter changes');
		await player.type('hidden orders', 'hidden orders');
	}),
	scene('-filtered', clear, async player => {
		await shown(player);
		await player.press('&', 'Filter changes');
		await player.type('hidden orders', 'hidden orders');
		await player.press('enter', '11 changes');
	}),
	scene('-stopped', stoppedPlan, opened),
	scene(
		'-reason',
		stoppedPlan,
		async player => {
			await opened(player);
			await player.press('g', '── safety stop');
		},
		usual,
	),
	scene('-number', stoppedPlan, async player => {
		await opened(player);
		await player.type('11', '› 11');
	}),
	scene('-number-wrong', stoppedPlan, async player => {
		await opened(player);
		await player.type('7', '› 7');
		await player.press('enter', /Type \d+\. /);
	}),
	scene(
		'-help',
		clear,
		async player => {
			await shown(player);
			await player.press('?', 'Plan of an upload');
			await player.press('x', 'searches the keys');
		},
		usual,
	),
	scene(
		'-hint',
		clear,
		async player => {
			await shown(player);
			await player.press('y', 's sends the file.');
		},
		usual,
	),
];
