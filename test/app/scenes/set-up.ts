import {homeStart} from './home.ts';
import type {Player, Scene} from './scene.ts';

type Play = (player: Player) => Promise<void>;

/** Each leads from the screen before to its own. */
const steps: ReadonlyArray<readonly [name: string, play: Play]> = [
	['start-options', player => player.shows('What would you like to do?')],
	['set-up-1-workspace', player => player.press('down down enter', 'Where is your Secoda workspace?')],
	['set-up-2-token-page', player => player.press('enter', 'API token')],
	[
		'set-up-3-token',
		async player => {
			await player.press('enter', 'Paste the token');
			await player.type('a-token', '•••••••');
		},
	],
	['set-up-4-other-region', player => player.press('enter', 'Try EU cloud')],
	['set-up-5-token-storage', player => player.press('down enter', 'Where should the token be stored?')],
	['set-up-6-integration', player => player.press('enter', 'Which integration')],
	[
		'set-up-7-new-integration',
		async player => {
			await player.press('end', '▸ New integration');
			await player.press('enter', 'Name of the new integration');
			await player.type('Lager 倉庫', 'Lager 倉庫');
			await player.press('enter', 'What type of integration is "Lager 倉庫"?');
		},
	],
	[
		'set-up-8-teams',
		async player => {
			await player.press('enter', 'Which teams');
			await player.press('down space', '[x]');
		},
	],
	[
		'set-up-9-file',
		async player => {
			await player.press('enter', 'Which file?');
			await player.type('/home/ada/exports/', 'odd.csv');
		},
	],
	[
		'set-up-10-columns',
		async player => {
			await player.type('odd.csv', 'odd.csv');
			await player.press('enter', '0 errors left');
		},
	],
	[
		'set-up-11-column',
		async player => {
			await player.press('enter', '▸ Use this mapping');
			await player.press('end up enter', 'Choose a column for last_updated_time');
		},
	],
	['set-up-12-name', player => player.press('escape s', 'Name this profile')],
	['set-up-13-summary', player => player.press('enter', 'Save this profile?')],
	['set-up-14-saved', player => player.press('s', 'Saved as')],
];

const newcomer = homeStart({profiles: []});

/** Plays the first steps, as many as lead to the one with this name. */
async function playTo(name: string, player: Player): Promise<void> {
	for (const [, step] of steps.slice(0, steps.findIndex(([other]) => other === name) + 1)) await step(player);
}

export const setUpScenes: readonly Scene[] = [
	...steps.map(([name]): Scene => ({name, start: newcomer, play: player => playTo(name, player)})),
	{
		name: 'set-up-own-address',
		start: newcomer,
		async play(player) {
			await playTo('set-up-1-workspace', player);
			await player.press('end enter', 'Workspace address');
			await player.type('ftp://x', 'ftp://x');
			await player.press('enter', '✗');
		},
	},
	{
		name: 'set-up-waiting',
		start: homeStart({profiles: [], isSilent: true}),
		async play(player) {
			await playTo('set-up-1-workspace', player);
			await player.press('enter', 'Connecting to');
		},
	},
	{
		name: 'set-up-no-keyring',
		start: homeStart({profiles: [], keyringFault: true}),
		play: player => playTo('set-up-5-token-storage', player),
	},
	{
		name: 'set-up-second-file',
		start: newcomer,
		async play(player) {
			await playTo('set-up-8-teams', player);
			await player.press('enter', 'Which file?');
			await player.type('/home/ada/exports/resources.jsonl', 'resources.jsonl');
			await player.press('enter', 'Upload both files?');
		},
	},
	{
		name: 'set-up-no-file',
		start: newcomer,
		async play(player) {
			await playTo('set-up-8-teams', player);
			await player.press('enter', 'Which file?');
			await player.press('up', '▸ I have no file yet');
			await player.press('enter', 'Which warehouse');
		},
	},
	{
		name: 'set-up-no-such-file',
		start: newcomer,
		async play(player) {
			await playTo('set-up-8-teams', player);
			await player.press('enter', 'Which file?');
			await player.type('/home/ada/nothing.csv', 'nothing.csv');
			await player.press('enter', 'does not exist');
		},
	},
];
