import {keys, type Terminal} from '../../../test/terminal/terminal.ts';
import {pastedToken} from '../beginnings.ts';
import {everySize, type Scene} from './scene.ts';

type Play = (terminal: Terminal) => Promise<void>;

/** Each leads from the screen before to its own. */
const steps: ReadonlyArray<readonly [name: string, play: Play]> = [
	['doors', terminal => terminal.shows('What would you like to do?')],
	['set-up-1-workspace', terminal => terminal.press(keys.down + keys.down + keys.enter, 'Where is your workspace?')],
	['set-up-2-token-page', terminal => terminal.press(keys.enter, 'An API token')],
	[
		'set-up-3-token',
		async terminal => {
			await terminal.press(keys.enter, 'Paste it');
			await terminal.press(pastedToken, '••••');
		},
	],
	['set-up-4-other-region', terminal => terminal.press(keys.enter, 'Try it at EU cloud')],
	['set-up-5-keeping', terminal => terminal.press(keys.down + keys.enter, 'Where shall the token be kept?')],
	['set-up-6-integration', terminal => terminal.press(keys.enter, 'Which integration')],
	[
		'set-up-7-new-integration',
		async terminal => {
			await terminal.press(keys.end, '▸ A new one');
			await terminal.press(keys.enter, 'be called?');
			await terminal.press(`Lager 倉庫${keys.enter}`, 'What kind is "Lager 倉庫"?');
		},
	],
	[
		'set-up-8-teams',
		async terminal => {
			await terminal.press(keys.enter, 'Which teams');
			await terminal.press(`${keys.down} `, '[x]');
		},
	],
	[
		'set-up-9-file',
		async terminal => {
			await terminal.press(keys.enter, 'Which file?');
			await terminal.press('ex', 'exports/');
			await terminal.press(keys.tab, 'odd.csv');
		},
	],
	['set-up-10-columns', terminal => terminal.press(`odd.csv${keys.enter}`, 'Which column holds')],
	[
		'set-up-11-more-columns',
		async terminal => {
			await terminal.press('feld', '▸ Feld');
			await terminal.press(keys.enter, 'Which column holds the database?');
			await terminal.press('資', '▸ 資料庫');
			await terminal.press(keys.enter, 'Does one of these');
			await terminal.press(keys.down + keys.enter, 'What does "Erklärung" hold?');
			await terminal.press('col_d', '▸ col_description');
			await terminal.press(keys.enter, '▸ Erklärung');
		},
	],
	['set-up-12-name', terminal => terminal.press(keys.home + keys.enter, 'Under which name')],
	['set-up-13-summary', terminal => terminal.press(keys.enter, 'Is this right?')],
	['set-up-14-saved', terminal => terminal.press('s', 'Saved as')],
];

export const setUpScenes: readonly Scene[] = steps.map(([name], at) => ({
	name,
	beginning: 'newcomer',
	sizes: everySize,
	async play(terminal) {
		for (const [, step] of steps.slice(0, at + 1)) await step(terminal);
	},
}));
