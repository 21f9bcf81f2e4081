import {pairStart} from './file-start.ts';
import type {Player, Scene} from './scene.ts';

/** Both files are checked. */
const shown = (player: Player) => player.shows(/columns\.notes {2}2 rows/);

/** Two files that are sent together: notes, and links between them. */
export const pairScenes: readonly Scene[] = [
	{
		name: 'pair-offered',
		start: pairStart('one'),
		play: player => player.shows('Open both files?'),
	},
	{
		name: 'pair',
		start: pairStart('one'),
		async play(player) {
			await player.shows('Open both files?');
			await player.press('enter', /2 rows/);
			await player.press('t', /columns\.links.*2 rows/);
			await player.press('tab', 'a path that no note has');
		},
	},
	{
		name: 'pair-changed',
		start: pairStart('both'),
		async play(player) {
			await shown(player);
			await player.press('e', 'Edit row 1');
			await player.type('x', 'idx');
			await player.press('enter', 'Row 1 changed');
			await player.press('t', /columns\.links.*2 warnings/);
		},
	},
	{
		name: 'pair-quit',
		start: pairStart('both'),
		async play(player) {
			await shown(player);
			await player.press('down right f', 'no problems');
			await player.press('t', /columns\.links/);
			await player.press('q', 'nsaved edits in 1 row');
		},
	},
	{
		name: 'pair-quit-save',
		start: pairStart('both'),
		async play(player) {
			await shown(player);
			await player.press('down right f', 'no problems');
			await player.press('t', /columns\.links/);
			await player.press('q', 'nsaved edits in 1 row');
			await player.press('ctrl+s', /columns\.notes[\s\S]*save the copy/);
		},
	},
	{
		name: 'pair-upload-blocked',
		start: pairStart('both'),
		async play(player) {
			await shown(player);
			await player.press('e', 'Edit row 1');
			await player.type('.more', 'id.more');
			await player.press('enter', 'Row 1 changed');
			await player.press('t', /columns\.links/);
			await player.press('p', /columns\.notes/);
			await player.shows('Fix');
		},
	},
];
