import {keys, type Terminal} from '../../test/terminal/terminal.ts';

/** A screen of the program: how large, which keys lead there, and what must be seen before the picture is taken. */
export type Scene = {
	readonly name: string;
	readonly columns: number;
	readonly rows: number;
	play(terminal: Terminal): Promise<void>;
};

async function fixEverything(terminal: Terminal): Promise<void> {
	await terminal.press('P', 'fixed safely');
	await terminal.press('a', 'in one step');
	// What is left is left out, row by row: the pictures show the way, not the care.
	for (const row of [71, 80, 87, 114, 123, 139, 159, 179, 300, 301]) {
		await terminal.press(`:${row}\r`, `row ${row} ·`);
		await terminal.press('m', 'Leave this row out');
		await terminal.press(keys.enter, `Row ${row} is left out`);
	}
}

async function preview(terminal: Terminal): Promise<void> {
	await fixEverything(terminal);
	await terminal.press('p', 'Nothing has been sent yet');
}

/** The screens in docs/screens. Each is taken in a dark and a light terminal. */
export const scenes: readonly Scene[] = [
	...[
		{name: 'review', columns: 100, rows: 30},
		{name: 'review-200x50', columns: 200, rows: 50},
		{name: 'review-80x24', columns: 80, rows: 24},
		{name: 'review-60x16', columns: 60, rows: 16},
	].map(size => ({
		...size,
		async play(terminal: Terminal) {
			await terminal.press(keys.tab, 'change to 3');
			await terminal.press(keys.tab, 'row 14');
			await terminal.press(keys.tab, 'row 24 · is_view');
		},
	})),
	{
		name: 'edit',
		columns: 100,
		rows: 30,
		async play(terminal) {
			await terminal.press(keys.tab, 'change to 3');
			await terminal.press(keys.enter, 'Row 4, sort_order');
		},
	},
	{name: 'kinds', columns: 100, rows: 30, play: terminal => terminal.press('P', 'fixed safely')},
	{name: 'help', columns: 100, rows: 40, play: terminal => terminal.press('?', 'one page up')},
	{name: 'preview', columns: 100, rows: 24, play: preview},
	{
		name: 'sync',
		columns: 100,
		rows: 24,
		async play(terminal) {
			await preview(terminal);
			await terminal.press('s', /found (?!0 )\d+ of/);
		},
	},
	{
		name: 'result',
		columns: 100,
		rows: 24,
		async play(terminal) {
			await preview(terminal);
			await terminal.press('s', 'Confirmed');
		},
	},
];
