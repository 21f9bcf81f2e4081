import {example, fileStart} from './file-start.ts';
import type {Player, Scene, SceneStart} from './scene.ts';

type Play = (player: Player) => Promise<void>;

const exampleFile = fileStart(example);

async function problem(player: Player): Promise<void> {
	await player.shows('✗ 27');
	await player.press('tab', 'row 4 ·');
	await player.press('tab', 'row 14 ·');
	await player.press('tab', 'row 24 · is_view');
}

/** The keys that lead to each screen of the example file. */
const plays: Readonly<Record<string, Play>> = {
	review: problem,
	async top(player) {
		await player.shows('✗ 27');
	},
	async 'end-of-file'(player) {
		await player.shows('✗ 27');
		await player.press('G $', 'last_updated_time');
	},
	async edit(player) {
		await player.shows('✗ 27');
		await player.press('tab', 'row 4 ·');
		await player.press('enter', 'Edit row 4 · sort_order');
	},
	async 'edit-wrong'(player) {
		await player.shows('✗ 27');
		await player.press('tab enter', 'Edit row 4 · sort_order');
		await player.type('x', 'number');
	},
	async 'edit-row'(player) {
		await problem(player);
		await player.press('E', 'Edit row 24 as a line of CSV');
	},
	async 'edit-row-broken'(player) {
		await problem(player);
		await player.press('E', 'Edit row 24 as a line of CSV');
		await player.type('"', 'not one row');
	},
	async kinds(player) {
		await player.shows('✗ 27');
		await player.press('P', 'Safe fixes for 11 cells');
	},
	async 'fix-kind'(player) {
		await problem(player);
		await player.press('F', 'in 4 cells');
	},
	async fixed(player) {
		await problem(player);
		await player.press('f', 'Row 24 fixed');
	},
	async undone(player) {
		await problem(player);
		await player.press('f u', 'Undone');
	},
	async 'go-to'(player) {
		await player.shows('✗ 27');
		await player.press(':', 'Go to row');
		await player.type('24', '24');
	},
	async 'filter-line'(player) {
		await player.shows('✗ 27');
		await player.press('&', 'Filter rows');
		await player.type('schema=sales !orders', 'no cell contains');
	},
	async 'filter-fault'(player) {
		await player.shows('✗ 27');
		await player.press('&', 'Filter rows');
		await player.type('shema=sales', 'Did you mean');
	},
	async filtered(player) {
		await player.shows('✗ 27');
		await player.press('&', 'Filter rows');
		await player.type('schema=sales', 'schema is');
		await player.press('enter', 'Esc shows all rows');
		await player.press('tab tab', 'row 14 ·');
	},
	async 'problems-only'(player) {
		await player.shows('✗ 27');
		await player.press('!', 'Esc shows all rows');
		await player.press('tab', 'row 4 ·');
		await player.press('f', /no longer match|unmatched/);
	},
	async 'search-line'(player) {
		await player.shows('✗ 27');
		await player.press('/', 'Search');
		await player.type('order_id', 'Not case-sensitive');
	},
	async searched(player) {
		await player.shows('✗ 27');
		await player.press('/', 'Search');
		await player.type('shipments', 'Not case-sensitive');
		await player.press('enter', 'row 47 ·');
	},
	async quit(player) {
		await problem(player);
		await player.press('f', 'Row 24 fixed');
		await player.press('q', 'y discard');
	},
	async 'row-menu'(player) {
		await problem(player);
		await player.press('m', 'Skip this row');
	},
	async skipped(player) {
		await problem(player);
		await player.press('m enter', 'Row 24 skipped');
	},
	async explain(player) {
		await problem(player);
		await player.press('i', 'Why it matters');
	},
	async help(player) {
		await player.shows('✗ 27');
		await player.press('?', 'Esc back');
	},
	async 'help-search'(player) {
		await player.shows('✗ 27');
		await player.press('?', 'Esc back');
		await player.press('/', 'show all');
		await player.type('undo', '› undo');
	},
	async hint(player) {
		await player.shows('✗ 27');
		await player.press('z', 'edits the cell');
	},
	async 'help-of-menu'(player) {
		await player.shows('✗ 27');
		await player.press('m', 'Skip this row');
		await player.press('?', 'Esc');
	},
	async save(player) {
		await player.shows('✗ 27');
		await player.press('P', 'Safe fixes for 11 cells');
		await player.press('a', 'Fixed 11 rows');
		await player.press('ctrl+s', 'A fixed copy next to the file');
	},
	async saved(player) {
		await player.shows('✗ 27');
		await player.press('P', 'Safe fixes for 11 cells');
		await player.press('a', 'Fixed 11 rows');
		await player.press('ctrl+s', 'A fixed copy next to the file');
		await player.press('enter', 'Saved');
	},
	async 'save-as'(player) {
		await problem(player);
		await player.press('f ctrl+s', 'A fixed copy next to the file');
		await player.press('a', 'Save as');
	},
	async 'not-connected'(player) {
		await player.shows('✗ 27');
		await player.press('p', 'before you upload');
	},
};

function reviewScene(name: string, beginning: SceneStart, play: Play): Scene {
	return {name, start: beginning, play};
}

/** Scenes that are taken in the smallest window too. */
const narrow: readonly string[] = ['edit-wrong', 'quit', 'row-menu', 'filter-line', 'kinds', 'help', 'save'];

export const reviewScenes: readonly Scene[] = [
	...Object.entries(plays).map(([name, play]) => reviewScene(name, exampleFile, play)),
	...Object.entries(plays)
		.filter(([name]) => narrow.includes(name))
		.map(([name, play]): Scene => ({...reviewScene(`${name}-narrow`, exampleFile, play), sizes: [[40, 10]]})),
	{...reviewScene('review-ascii', exampleFile, problem), ascii: true},
];
