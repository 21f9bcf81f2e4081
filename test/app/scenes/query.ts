import {homeStart} from './home.ts';
import type {Player, Scene} from './scene.ts';

type Play = (player: Player) => Promise<void>;

/** Each leads from the screen before to its own. */
const steps: ReadonlyArray<readonly [name: string, play: Play]> = [
	['no-file-1-warehouse', player => player.press('end enter', 'Which warehouse')],
	[
		'no-file-2-options',
		async player => {
			await player.type('post', '▸ PostgreSQL');
			await player.press('enter', 'Show the query');
		},
	],
	[
		'no-file-3-option',
		async player => {
			await player.press('down down enter', 'The schemas to read');
			await player.type('sales,,', 'sales,,');
			await player.press('enter', '✗');
		},
	],
	[
		'no-file-4-query',
		async player => {
			await player.type(' stage_*', 'sales,, stage_*');
			await player.press('left left left left left left left left backspace enter', /▸ Schemas +sales/);
			await player.press('end enter', 'as in the warehouse');
			await player.press('home enter', 'all columns, as a CSV');
		},
	],
	['no-file-5-save', player => player.press('enter', 'Save the query as')],
	['no-file-6-run', player => player.press('enter', 'Run the query')],
	['no-file-7-wait', player => player.press('enter', 'When warehouse.csv is complete')],
	['no-file-8-missing', player => player.press('enter', '✗')],
];

/** Plays the first steps, as many as lead to the one with this name. */
async function playTo(name: string, player: Player): Promise<void> {
	await player.shows('What would you like to do?');
	for (const [, step] of steps.slice(0, steps.findIndex(([other]) => other === name) + 1)) await step(player);
}

const start = homeStart({profiles: []});

export const queryScenes: readonly Scene[] = [
	...steps.map(([name]): Scene => ({name, start, play: player => playTo(name, player)})),
	{
		name: 'no-file-query-end',
		start,
		async play(player) {
			await playTo('no-file-4-query', player);
			await player.press('end', 'ORDER BY');
		},
	},
	{
		name: 'no-file-copied',
		start,
		async play(player) {
			await playTo('no-file-4-query', player);
			await player.press('c', "terminal's clipboard");
		},
	},
	{
		name: 'no-file-wait-copied',
		start,
		async play(player) {
			await playTo('no-file-4-query', player);
			await player.press('c', "terminal's clipboard");
			await player.press('enter', 'When you have exported');
		},
	},
	{
		name: 'no-file-replace',
		start,
		async play(player) {
			await playTo('no-file-5-save', player);
			await player.press('ctrl+u', '›');
			await player.type('/home/ada/taken.sql', 'taken.sql');
			await player.press('enter', 'Replace taken.sql?');
		},
	},
	{
		name: 'no-file-run-copied',
		start,
		async play(player) {
			await playTo('no-file-6-run', player);
			await player.press('c', "terminal's clipboard");
		},
	},
	{
		name: 'no-file-bigquery',
		start,
		async play(player) {
			await playTo('no-file-1-warehouse', player);
			await player.press('down enter', 'Query for BigQuery');
		},
	},
];
