import {basename} from 'node:path';
import {encodingNames} from '../../../table/encoding.ts';
import {fixedCopyPath} from '../../../table/save.ts';
import {plural} from '../../../text/format.ts';
import {visible} from '../../../text/visible.ts';
import {drawHelp} from '../../components/help/view.ts';
import {drawLine} from '../../components/line-editor/view.ts';
import {keysText} from '../../key-line.ts';
import {rule} from '../../rule.ts';
import type {Paint} from '../../theme.ts';
import {signs} from '../../theme.ts';
import {fixKindTitle} from './fix-kind.ts';
import {browseKeys} from './keys.ts';
import {heights} from './layout.ts';
import {rowMenuItems} from './overlays.ts';
import type {Mode, ReviewContext, ReviewState} from './state.ts';

/** What lies over the detail pane, or over grid and detail when it needs more room. */
export type OverlayLines = {
	readonly place: 'detail' | 'screen';
	readonly lines: readonly string[];
	readonly keys: string;
	/** Where typed text goes, from the first of the lines. */
	readonly cursor?: {readonly x: number; readonly y: number};
};

/** The first line of what lies over the detail pane. */
type Heading = (text: string) => string;

/** Draws the mode that has the keyboard. `undefined` while the grid has it, and for modes drawn elsewhere. */
export function drawOverlay(state: ReviewState, context: ReviewContext, paint: Paint): OverlayLines | undefined {
	const {mode} = state;
	const heading: Heading = text => paint('title', rule(text, state.size.columns));
	switch (mode.name) {
		case 'edit':
			return drawEdit(state, mode, context, paint, heading);
		case 'go-to': {
			const {text, cursorAt} = drawLine(mode.line, 12);
			return {
				place: 'detail',
				lines: [heading('Go to row'), ` ${text}`, paint('error', mode.error ?? '')],
				cursor: {x: 1 + cursorAt, y: 1},
				keys: keysText(
					[
						['Enter', 'go'],
						['Esc', 'back'],
					],
					state.size.columns,
					paint,
				),
			};
		}

		case 'fix-kind':
			return {
				place: 'detail',
				lines: [heading(fixKindTitle(mode)), ...mode.samples.map(line => ` ${line}`)],
				keys: keysText(
					[
						['Enter', 'change them all'],
						['Esc', 'back'],
					],
					state.size.columns,
					paint,
				),
			};
		case 'row-menu':
			return {
				place: 'detail',
				lines: [
					heading(`Row ${state.cursor.row}`),
					...rowMenuItems(state.cursor.row, context).map(({text}, at) =>
						at === mode.selected ? paint('cursor', ` ${signs.pointer} ${at + 1} ${text}`) : `   ${at + 1} ${text}`,
					),
				],
				keys: keysText(
					[
						['↑ ↓', 'choose'],
						['Enter', 'do it'],
						['Esc', 'back'],
					],
					state.size.columns,
					paint,
				),
			};
		case 'save':
			return drawSave(state, mode, context, paint, heading);
		case 'saving':
			return {place: 'detail', lines: [' Saving …'], keys: ''};
		case 'help':
			return {
				place: 'screen',
				...drawHelp(mode, browseKeys, {...state.size, rows: placeHeight(state, 'screen')}, paint),
			};
		case 'convert':
			return {
				place: 'detail',
				lines: [
					heading('Another encoding'),
					` ${plural(mode.rows, 'row')} cannot be read as UTF-8. They look like ${encodingNames[mode.encoding]}.`,
					' The file can be read so, and is sent as UTF-8; the file itself stays as it is.',
				],
				keys: keysText(
					[
						['Enter', `read it as ${encodingNames[mode.encoding]}`],
						['Esc', 'leave it'],
					],
					state.size.columns,
					paint,
				),
			};
		case 'quit':
			return {
				place: 'detail',
				lines: [
					paint(
						'warning',
						rule(
							`${signs.warning} ${plural(context.session.table.overlay.atStake, 'row')} with edits that no file holds`,
							state.size.columns,
						),
					),
					' Quitting now throws these edits away.',
				],
				keys: keysText(
					[
						['Ctrl+S', 'save'],
						['y', 'quit without saving'],
						['Esc', 'back'],
					],
					state.size.columns,
					paint,
				),
			};
		default:
			return undefined;
	}
}

function drawEdit(
	{cursor, size}: ReviewState,
	mode: Extract<Mode, {name: 'edit'}>,
	{session}: ReviewContext,
	paint: Paint,
	heading: Heading,
): OverlayLines {
	const what =
		mode.target === 'row'
			? `Row ${cursor.row} as a line of CSV`
			: `Row ${cursor.row}, ${visible(session.header.labels[cursor.column] ?? `cell ${cursor.column + 1}`)}`;
	const header = mode.target === 'row' ? [paint('dim', ` ${visible(session.header.labels.join(','))}`)] : [];
	const problem = session
		.problemsAt(cursor.row)
		.find(candidate => session.columnOf(candidate) === (mode.target === 'row' ? undefined : cursor.column));
	const {text, cursorAt} = drawLine(mode.line, size.columns - 2);
	return {
		place: 'detail',
		cursor: {x: 1 + cursorAt, y: 1 + header.length},
		lines: [
			heading(what),
			...header,
			` ${text}`,
			mode.error === undefined
				? problem === undefined
					? ''
					: paint('dim', ` ${visible(problem.message)}`)
				: paint('error', ` ${mode.error}`),
		],
		keys: keysText(
			[
				['Enter', 'take it'],
				...(mode.target === 'cell' ? [['Tab', 'take it, next problem'] as const] : []),
				['Esc', 'leave it'],
			],
			size.columns,
			paint,
		),
	};
}

function drawSave(
	{size}: ReviewState,
	{copyExists}: Extract<Mode, {name: 'save'}>,
	{session}: ReviewContext,
	paint: Paint,
	heading: Heading,
): OverlayLines {
	const copy = basename(fixedCopyPath(session.path));
	const rows = plural(session.table.overlay.unsaved, 'edited row');
	return {
		place: 'detail',
		lines: copyExists
			? [
					heading(`Save ${rows}`),
					` ${visible(copy)} is there already.`,
					' It can be replaced, or the opened file itself can be changed.',
				]
			: [
					heading(`Save ${rows}`),
					` A fixed copy beside the file: ${visible(copy)}`,
					' The opened file stays as it is, unless you save in place.',
				],
		keys: keysText(
			[copyExists ? ['r', 'replace the copy'] : ['Enter', 'save the copy'], ['i', 'save in place'], ['Esc', 'back']],
			size.columns,
			paint,
		),
	};
}

/** How many lines a place has. */
export function placeHeight({size}: ReviewState, place: OverlayLines['place']): number {
	const {grid, detail} = heights(size);
	return place === 'detail' ? detail : grid + 1 + detail;
}
