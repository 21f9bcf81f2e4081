import assert from 'node:assert/strict';
import test from 'node:test';
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
