import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {drawGrid} from '../../../source/app/screens/review/draw-grid.ts';
import {placeHeight} from '../../../source/app/screens/review/draw-overlay.ts';
import {browseKeys} from '../../../source/app/screens/review/keys.ts';
import {problemsIn} from '../../../source/session/fixes.ts';
import {width} from '../../../source/text/width.ts';
import {ReviewDesk} from '../../support/review-desk.ts';
import {rounds} from '../../support/rounds.ts';
import {header, openText, recordLine} from '../../support/session.ts';
import {sizes} from '../../support/sizes.ts';

const leaving = new Set(['quit', 'exit', 'upload']);
const keys = [
	...browseKeys.filter(({action}) => !leaving.has(action)).flatMap(({keys: own}) => own),
	'y',
	'r',
	'a',
	' ',
	'backspace',
	'ctrl+k',
	'"',
	',',
	'漢',
];
/** Keys that may start a filter or a search. */
const working = new Set(['enter', '!', 'r', 'n']);
const files = [
	[
		header,
		recordLine({col_name: '注文.番号 '}),
		recordLine({col_name: 'b', is_view: 'FALSCH', description: 'none'}),
		recordLine({is_view: 'yes'}),
		'short,row',
		',,,,,,,,,',
		recordLine(),
		recordLine(),
	],
	[header.replaceAll(',', ';'), recordLine({col_name: 'a"b'}).replaceAll(',', ';'), 'x;"y'],
	[header],
	['a,b', '1,2'],
].map(lines => [...lines, ''].join('\n'));
const pastes = [
	'\n',
	'x\ty\n',
	`${recordLine()}\r\n`,
	`${recordLine().replaceAll(',', '\t')}\n`,
	'a\nb\nc',
	'\u001B[31m"',
	'🎁'.repeat(100),
];

const plain = (_look: string, text: string) => text;

test('whatever is pressed and pasted, the cursor is in the file and every line fits the window', async t => {
	const press = fc.oneof(
		{weight: 9, arbitrary: fc.constantFrom(...keys)},
		fc.constantFrom(...pastes).map(text => ({text})),
	);
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom(...files),
			fc.constantFrom(...sizes),
			fc.array(press, {maxLength: 60}),
			async (text, [columns, rows], pressed) => {
				const desk = new ReviewDesk(await openText(t, text), {columns, rows});
				const {session} = desk;
				for (const key of pressed) {
					if (typeof key === 'string') desk.press(key);
					else desk.paste(key.text);
					if (typeof key === 'string' && working.has(key)) await desk.idle();
					const {cursor, mode} = desk.state;
					assert.ok(cursor.row >= 1 && cursor.row <= session.records.lastRow);
					assert.ok(cursor.column >= 0 && cursor.column < desk.session.header.labels.length);
					const place = mode.name === 'help' ? 'screen' : 'detail';
					const lines = mode.name === 'kinds' ? [] : desk.below().slice(0, placeHeight(desk.state, place));
					for (const line of [...lines, ...drawGrid(desk.state, desk.context, plain)]) {
						assert.ok(width(line) <= columns, `${mode.name}: ${line}`);
						assert.doesNotMatch(line, /undefined|NaN/);
					}

					if (key === 'tab' && mode.name === 'browse' && desk.state.shown.kind === 'all' && session.findings.cells > 0)
						assert.notDeepEqual(problemsIn(session, cursor), []);
				}

				await desk.leave();
				await session.close();
			},
		),
		{numRuns: rounds(100)},
	);
});
