import {homeFlow} from '../../../source/app/flows/home.ts';
import {recordLine} from '../../support/session.ts';
import {csv, example} from './file-start.ts';
import type {Player, Scene, SceneStart} from './scene.ts';
import {type ServiceOptions, sceneServices} from './services.ts';

type Play = (player: Player) => Promise<void>;

/** Returns the start of a scene at home, or with the set-up if there are no profiles. */
export function homeStart(options?: ServiceOptions): SceneStart {
	return {
		files: {'warehouse.csv': example},
		...(options?.profiles?.length === 0 ? {args: []} : {}),
		begin: stage =>
			homeFlow(stage, sceneServices(options), {
				onSave: () => undefined,
				onEditsKept: () => undefined,
				onUploadEnd: () => undefined,
			}),
	};
}

/** The keys that lead from home to each of its screens. */
const plays: Readonly<Record<string, Play>> = {
	home: () => Promise.resolve(),
	'home-help': player => player.press('?', 'Esc back'),
	'home-remove': player => player.press('d', 'Remove the profile'),
	async 'home-removed'(player) {
		await player.press('d', 'Remove the profile');
		await player.press('y', 'Removed the profile');
	},
	'home-edit': player => player.press('e', 'Profile nightly'),
	'home-errors': player => player.press('enter', 'row 4 ·'),
	'home-watch': player => player.press('w', 'Could not watch'),
	'home-open': player => player.press('o', 'Which file?'),
	history: player => player.press('h', 'Upload history'),
	'history-all': player => player.press('H', 'All uploads'),
	async 'history-search'(player) {
		await player.press('h', 'Upload history');
		await player.type('refused', '▸ ✗ #7 refused');
	},
	async 'history-entry'(player) {
		await player.press('h', 'Upload history');
		await player.press('enter', 'Snapshot');
	},
	async 'history-entry-earlier'(player) {
		await player.press('h', 'Upload history');
		await player.press('down', '▸ ✓ #11');
		await player.press('enter', 'roll back');
	},
	async 'history-entry-scrolled'(player) {
		await player.press('h', 'Upload history');
		await player.press('enter', 'Snapshot');
		await player.press('end', 'Sync page');
	},
	async error(player) {
		await player.press('end', '▸ quarterly');
		await player.press('enter', 'Could not open');
	},
	async 'token-wanted'(player) {
		await player.press('home', '▸ crm-staging');
		await player.press('enter', 'API token');
	},
};

const homeScene = (name: string, play: Play, options?: ServiceOptions): Scene => ({
	name,
	start: homeStart(options),
	async play(player) {
		await player.shows('▸');
		await play(player);
	},
});

const many = Array.from({length: 40}, (_, at) => ({
	name: `profile-${at + 1}`,
	host: 'eapi.secoda.co',
	integration: `A long name of an integration, number ${at + 1}`,
	file: `/home/ada/exports/a-file-with-a-long-name-${at + 1}.csv`,
	token: 'keyring' as const,
	lastRun: undefined,
}));

export const homeScenes: readonly Scene[] = [
	...Object.entries(plays).map(([name, play]) => homeScene(name, play)),
	homeScene('home-many', player => player.press('pagedown pagedown', '▸ profile-21'), {profiles: many}),
	homeScene('home-damaged', () => Promise.resolve(), {
		damaged: [
			{name: 'old', message: 'The profile old cannot be read: it is not JSON.'},
			{name: 'older', message: 'The profile older cannot be read.'},
		],
	}),
	{
		name: 'home-all-damaged',
		start: homeStart({
			profiles: [],
			damaged: [{name: 'old', message: 'The settings in old.json are damaged: it is not a JSON object.'}],
		}),
		async play(player) {
			await player.shows('creates a profile');
			await player.press('e', 'needs a profile');
		},
	},
	homeScene(
		'history-empty',
		async player => {
			await player.press('h', 'No uploads yet');
		},
		{runs: []},
	),
	{
		name: 'home-send',
		start: {...homeStart(), files: {'warehouse.csv': csv(recordLine())}},
		async play(player) {
			await player.shows('▸');
			await player.press('o', 'Which file?');
			await player.press('down enter', 'no problems');
			await player.press('p', 'Where do you want to send it?');
		},
	},
	{
		name: 'too-small',
		start: homeStart(),
		sizes: [
			[39, 9],
			[20, 6],
		],
		play: player => player.shows(/Enlarge\s+it/),
	},
	{...homeScene('home-narrow', () => Promise.resolve()), sizes: [[40, 10]]},
];
