import {truncate} from 'node:fs/promises';
import {recordLine} from '../../support/session.ts';
import {broken, characters, clean, long, signs, titled} from './contents.ts';
import {csv, type FileStartOptions, fileStart} from './file-start.ts';
import type {Player, Scene} from './scene.ts';

type Play = (player: Player) => Promise<void>;

function scene(name: string, content: string | Buffer, play: Play, options?: FileStartOptions): Scene {
	return {name, start: fileStart(content, options), play};
}

const ago = (minutes: number) => new Date(Date.parse('2026-03-02T09:00:00Z') - minutes * 60_000).toISOString();

const left = {
	at: ago(95),
	rows: 12,
	change: 'none',
	recordColumns: [0],
	entries: () => [],
	adopt: () => undefined,
	discard: () => undefined,
} as const;

/** A file whose labels have letters of Windows-1252. */
const latinHeader = Buffer.from(clean.replace('col_name', 'Größe').replace('database', 'Bücher'), 'latin1');

/** The same where labels name all required fields. */
const latinLabel = Buffer.from(clean.replace('col_type', 'Größe'), 'latin1');

/** The warning after another program has overwritten the file. */
const isLost = /Rows\s+may\s+be\s+wrong/;

/** Changes the first cell. */
async function edited(player: Player): Promise<void> {
	await noProblems(player);
	await player.press('e', 'Edit row 2');
	await player.type('x', 'idx');
	await player.press('enter', 'Row 2 changed');
}

const noProblems = (player: Player) => player.shows('no problems');

export const fileScenes: readonly Scene[] = [
	scene('clean', clean, noProblems),
	scene('clean-kinds', clean, async player => {
		await noProblems(player);
		await player.press('P', 'No problems in this file');
	}),
	scene('clean-no-problem', clean, async player => {
		await noProblems(player);
		await player.press('tab', 'No problems in this file');
	}),
	scene('clean-not-connected', clean, async player => {
		await noProblems(player);
		await player.press('p', 'No upload target');
	}),
	scene('empty', csv(), player => player.shows('0 rows')),
	scene('one-row-edited', clean, async player => {
		await noProblems(player);
		await player.press('right e', 'Edit row 2 · col_description');
		await player.type(' of the order', 'No problems in this text');
		await player.press('enter', 'Row 2 changed');
	}),
	scene('characters', characters, async player => {
		await player.shows(/9 rows/);
		await player.press('down down down right', 'row 5 ·');
	}),
	scene('characters-control', characters, async player => {
		await player.shows(/9 rows/);
		await player.press('down down down down right', 'row 6 ·');
	}),
	scene('characters-edit', characters, async player => {
		await player.shows(/9 rows/);
		await player.press('right e', 'Edit row 2 · col_description');
	}),
	scene(
		'long-value',
		csv(recordLine({col_name: 'long', col_description: 'A long text with many words. '.repeat(400)})),
		async player => {
			await noProblems(player);
			await player.press('right', 'col_description');
		},
	),
	scene('long-word', csv(recordLine({col_name: 'x'.repeat(5000)})), player => player.shows('xxxx')),
	scene('broken-rows', broken, async player => {
		await player.shows('error');
		await player.press('tab', 'row 3 ·');
	}),
	scene('broken-quote', broken, async player => {
		await player.shows('error');
		await player.press('tab tab tab', /row [4-9]/);
	}),
	scene('rows-above-header', titled, player => player.shows(/header\s+is\s+row\s+3/)),
	scene('header-again', titled, async player => {
		await player.shows(/header\s+is\s+row\s+3/);
		await player.press('tab', 'row 5 ·');
	}),
	scene('signs', signs, async player => {
		await player.shows('error');
		await player.press('tab', 'row');
	}),
	{
		...scene('signs-ascii', signs, async player => {
			await player.shows('error');
			await player.press('tab', 'row');
		}),
		ascii: true,
	},
	{
		...scene('characters-ascii', characters, async player => {
			await player.shows(/9 rows/);
			await player.press('G right', 'row 10 ·');
		}),
		ascii: true,
	},
	scene(
		'not-utf-8',
		Buffer.concat([
			Buffer.from(clean),
			Buffer.from(recordLine({col_name: 'gr\u00F6\u00DFe', sort_order: '4'}), 'latin1'),
		]),
		player => player.shows('error'),
	),
	scene('other-encoding', Buffer.from(`\uFEFF${clean}`, 'utf16le'), player => player.shows('UTF-16')),
	scene('header-encoding', latinLabel, player => player.shows('Windows-1252')),
	scene('header-encoding-columns', latinHeader, player => player.shows('0 errors left')),
	scene('columns-unknown', clean.replace('col_name', 'Feld').replace('database', '資料庫'), player =>
		player.shows('0 errors left'),
	),
	scene('columns-unmapped', clean.replace('col_name', 'Feld').replace('database', '資料庫'), async player => {
		await player.shows('0 errors left');
		await player.press('escape', 'has no column');
	}),
	scene('checking', clean, async player => {
		await noProblems(player);
		player.happens({type: 'checked', part: 0.42});
		await player.press('e', 'Checking the file');
	}),
	scene('check-failed', clean, async player => {
		await noProblems(player);
		player.happens({type: 'checked', part: 0.42});
		player.happens({type: 'check-failed', message: 'warehouse.csv cannot be read (EIO). Check the disk.'});
		await player.shows('EIO');
	}),
	scene('file-lost', long, async player => {
		await player.shows('30,000 rows');
		await truncate('warehouse.csv', 100_000);
		await player.press('right', isLost);
	}),
	scene('quit-file-lost', clean, async player => {
		await edited(player);
		await truncate('warehouse.csv', 100);
		await player.press('right', isLost);
		await player.press('q', 'k keep');
	}),
	scene('unreadable-rows', long, async player => {
		await player.shows('30,000 rows');
		await truncate('warehouse.csv', 100_000);
		await player.press('G', isLost);
	}),
	scene('saving', clean, async player => {
		await edited(player);
		await player.press('ctrl+s', 'A fixed copy next to the file');
		await player.press('enter', 'Saving');
	}),
	...(['none', 'own', 'foreign', 'not-a-file'] as const).map(copy =>
		scene(`save-over-${copy}`, clean, async player => {
			await edited(player);
			player.happens({type: 'copy-looked-up', copy});
			await player.shows('a save as');
		}),
	),
	scene('restore', clean, player => player.shows('Restore unsaved edits?'), {earlierEdits: [left]}),
	scene('restore-changed', clean, player => player.shows('Restore unsaved edits?'), {
		earlierEdits: [
			{...left, change: 'content'},
			{...left, at: ago(4000), change: 'columns'},
		],
	}),
	scene('elsewhere', clean, player => player.shows('open in another window'), {
		otherProcess: {pid: 4711, since: ago(200), rows: 3},
	}),
	scene('not-protected', clean, player => player.shows('not protected'), {journalError: 'The disk is full (ENOSPC).'}),
	scene('greeting', clean, player => player.shows('Example file'), {
		greeting: 'Example file with errors. Tab: next error.',
	}),
	scene(
		'quit-temporary',
		clean,
		async player => {
			await edited(player);
			await player.press('q', 'y discard');
		},
		{isTemporary: true},
	),
];
