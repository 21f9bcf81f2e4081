import assert from 'node:assert/strict';
import test from 'node:test';
import {keyLine} from '../../../source/app/key-line.ts';
import {drawReview} from '../../../source/app/screens/review/draw.ts';
import {placeHeight} from '../../../source/app/screens/review/draw-overlay.ts';
import {width} from '../../../source/text/width.ts';
import {type ReviewDesk, reviewDesk} from '../../support/review-desk.ts';
import {header, recordLine} from '../../support/session.ts';
import {sizes} from '../../support/sizes.ts';

const plain = (_look: string, text: string): string => text;
/** Five cells in as many tables, each with the same safe fix. */
const text = [header, ...['a', 'b', 'c', 'd', 'e'].map(name => recordLine({name, is_view: 'no'})), ''].join('\n');

function keysOf({state, context}: ReviewDesk): string {
	return drawReview(state, context, plain).keys;
}

for (const [columns, rows] of sizes) {
	test(`at ${columns}x${rows} Ctrl+S is in the key line once something is edited, and in the editor`, async t => {
		const desk = await reviewDesk(t, text, {columns, rows});
		desk.press('e');
		assert.match(keysOf(desk), /Enter apply.*Ctrl\+S .*Esc cancel/);
		desk.type('x').press('enter');
		assert.match(keysOf(desk), /Ctrl\+S save/);
		assert.match(keysOf(desk), /q quit$/);
		assert.ok(width(keysOf(desk)) <= columns, keysOf(desk));
		desk.press('q');
		assert.match(keysOf(desk), /k keep.*y discard.*Esc back/);
		assert.ok(width(keysOf(desk)) <= columns, keysOf(desk));
	});

	test(`at ${columns}x${rows} the preview of a bulk fix counts every cell that it changes`, async t => {
		const desk = await reviewDesk(t, text, {columns, rows});
		desk.press('tab', 'F');
		const lines = desk.below();
		const samples = lines.filter(line => /^ row \d/.test(line)).length;
		const more = Number(/and (\d+) more cell/.exec(lines.join('\n'))?.[1]);
		assert.ok(samples >= 1 && lines.length <= placeHeight(desk.state, 'detail'), lines.join('\n'));
		assert.equal(samples + more, 5, lines.join('\n'));
	});
}

test('at 80 columns the key line of edits has the problem list and the upload', async t => {
	const desk = await reviewDesk(t, text);
	assert.match(
		keysOf(desk.press('e').type('x').press('enter')),
		/P list {2}p upload {2}Ctrl\+S save {2}\? help {2}q quit$/,
	);
});

test('at 60 columns the key line of a filter has the bulk fix and the way to all rows', async t => {
	const desk = await reviewDesk(t, text, {columns: 60, rows: 16});
	await desk.press('&').type('is_view=no').press('enter').idle();
	assert.match(keysOf(desk), /F fix all {2}Esc all rows {2}\? help {2}q quit$/);
});

test('labels become short, the least important first, until all ranked keys fit', () => {
	const binding = (action: string, label: string, short?: string) => ({keys: [action], action, help: '', label, short});
	const bindings = [
		binding('a', 'apply it', 'apply'),
		binding('b', 'build it', 'build'),
		binding('c', 'c'),
		binding('d', 'd'),
	];
	const line = (cells: number) => keyLine(bindings, cells, plain, ['b', 'a']);
	assert.equal(line(32), 'a apply it  b build it  c c  d d');
	assert.equal(line(31), 'a apply  b build it  c c  d d');
});
