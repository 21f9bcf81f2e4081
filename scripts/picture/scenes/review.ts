import {keys, type Terminal} from '../../../test/terminal/terminal.ts';
import {unmendableRows} from '../beginnings.ts';
import {everySize, type Scene} from './scene.ts';

async function problem(terminal: Terminal): Promise<void> {
	await terminal.shows('27 errors');
	await terminal.press(keys.tab, 'row 4 ·');
	await terminal.press(keys.tab, 'row 14 ·');
	await terminal.press(keys.tab, 'row 24 · is_view');
}

async function fixEverything(terminal: Terminal): Promise<void> {
	await terminal.shows('27 errors');
	await terminal.press('P', 'fixed safely');
	await terminal.press('a', 'in one step');
	// What is left is left out, row by row: the pictures show the way, not the care.
	for (const row of unmendableRows) {
		await terminal.press(`:${row}\r`, `row ${row} ·`);
		await terminal.press('m', 'Skip this row');
		await terminal.press(keys.enter, `Row ${row} is skipped`);
	}
}

async function preview(terminal: Terminal): Promise<void> {
	await fixEverything(terminal);
	await terminal.press('p', 'Nothing has been sent yet');
}

/** The keys that lead to each screen of an open file. */
const plays: Readonly<Record<string, (terminal: Terminal) => Promise<void>>> = {
	review: problem,
	async edit(terminal) {
		await terminal.shows('27 errors');
		await terminal.press(keys.tab, 'row 4 ·');
		await terminal.press(keys.enter, 'Row 4, sort_order');
	},
	async kinds(terminal) {
		await terminal.shows('27 errors');
		await terminal.press('P', 'fixed safely');
	},
	async 'fix-kind'(terminal) {
		await problem(terminal);
		await terminal.press('F', 'Change 4 cells');
	},
	async 'go-to'(terminal) {
		await terminal.shows('27 errors');
		await terminal.press(':24', 'Go to row');
	},
	async quit(terminal) {
		await problem(terminal);
		await terminal.press('f', 'Row 24 fixed');
		await terminal.press('q', 'y discard');
	},
	async 'row-menu'(terminal) {
		await problem(terminal);
		await terminal.press('m', 'Skip this row');
	},
	async help(terminal) {
		await terminal.shows('27 errors');
		await terminal.press('?', 'Esc back');
	},
	async save(terminal) {
		await terminal.shows('27 errors');
		await terminal.press('P', 'fixed safely');
		await terminal.press('a', 'in one step');
		await terminal.press(keys.ctrl('s'), 'A fixed copy beside the file');
	},
	preview,
	async sync(terminal) {
		await preview(terminal);
		await terminal.press('s', /found (?!0 )\d+ of/);
	},
	async result(terminal) {
		await preview(terminal);
		await terminal.press('s', 'Confirmed');
	},
};

/** Screens that need another file or another workspace. */
const others: readonly Scene[] = [
	{
		name: 'stopped',
		beginning: 'truncated',
		sizes: everySize,
		async play(terminal) {
			await terminal.shows('no problems');
			await terminal.press('p', 'Safety stop');
			await terminal.press('28', '› 28');
		},
	},
	{
		name: 'sending',
		beginning: 'stuck',
		sizes: everySize,
		async play(terminal) {
			await terminal.shows('no problems');
			await terminal.press('p', 'Nothing has been sent yet');
			await terminal.press('s', /[1-9]\d? %/);
		},
	},
	{name: 'other-encoding', beginning: 'other-encoding', sizes: everySize, play: terminal => terminal.shows('UTF-16')},
];

export const reviewScenes: readonly Scene[] = [
	...Object.entries(plays).map(
		([name, play]): Scene => ({
			name,
			beginning: 'file',
			sizes: name === 'review' ? [...everySize, [100, 30]] : everySize,
			play,
		}),
	),
	...others,
];
