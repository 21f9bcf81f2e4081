import {keys, type Terminal} from '../../../test/terminal/terminal.ts';
import {everySize, type Scene} from './scene.ts';

/** The keys that lead from home to each of its screens. */
const plays: Readonly<Record<string, (terminal: Terminal) => Promise<void>>> = {
	home: () => Promise.resolve(),
	'home-help': terminal => terminal.press('?', 'Esc back'),
	'home-forget': terminal => terminal.press('d', 'Forget this profile'),
	'home-edit': terminal => terminal.press('e', 'The profile nightly'),
	history: terminal => terminal.press('h', 'What was sent'),
	async 'history-entry'(terminal) {
		await terminal.press('h', 'What was sent');
		await terminal.press(keys.enter, 'SHA-256');
	},
	async error(terminal) {
		await terminal.press(keys.end, '▸ quarterly');
		await terminal.press(keys.enter, 'cannot be opened');
	},
	'home-preview': terminal => terminal.press(keys.enter, 'Nothing has been sent yet'),
	async 'home-errors'(terminal) {
		await terminal.press(keys.home, '▸ crm-staging');
		await terminal.press(keys.enter, 'row 4 ·');
	},
};

export const homeScenes: readonly Scene[] = [
	...Object.entries(plays).map(
		([name, play]): Scene => ({
			name,
			beginning: 'home',
			sizes: name === 'home' ? [...everySize, [100, 30]] : everySize,
			async play(terminal) {
				await terminal.shows('▸ nightly');
				await play(terminal);
			},
		}),
	),
	{name: 'too-small', beginning: 'home', sizes: [[39, 9]], play: terminal => terminal.shows(/Please\s+make/)},
];
