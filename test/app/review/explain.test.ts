import assert from 'node:assert/strict';
import test from 'node:test';
import {placeHeight} from '../../../source/app/screens/review/draw-overlay.ts';
import {problemPageText} from '../../../source/report/problem-page.ts';
import {type ReviewDesk, reviewDesk} from '../../support/review-desk.ts';
import {header, recordLine} from '../../support/session.ts';

const text = [header, recordLine({col_name: 'a'}), recordLine({col_name: 'b', is_view: 'maybe'}), ''].join('\n');

/** Returns the lines of the explanation that are shown. */
function shown(desk: ReviewDesk): readonly string[] {
	return desk
		.below()
		.slice(0, placeHeight(desk.state, 'screen'))
		.map(line => line.trim());
}

test('explains the problem at the cursor, to the end of its page', async t => {
	const desk = await reviewDesk(t, text, {columns: 60, rows: 16});
	desk.press('tab', 'i');
	assert.match(shown(desk)[0] ?? '', /^boolean /);
	desk.press('end');
	const {kind} = desk.session;
	const [info, page] = [kind.codes.get('boolean'), kind.pages.get('boolean')];
	assert.ok(info && page);
	const lines = problemPageText({code: 'boolean', info, page}, 58).trimEnd().split('\n');
	assert.equal(shown(desk).at(-1), lines.at(-1)?.trim());
	const atEnd = desk.state;
	assert.equal(desk.press('down').state, atEnd);
	assert.equal(desk.press('escape').state.mode.name, 'browse');
});

test('explains nothing where there is no problem', async t => {
	const desk = await reviewDesk(t, text);
	desk.press('i');
	assert.deepEqual([desk.state.mode.name, desk.state.notice?.tone], ['browse', 'info']);
});
