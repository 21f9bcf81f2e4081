import {basename} from 'node:path';
import {fixedCopyPath} from '../../../records/save/save.ts';
import {encodingNames} from '../../../records/source/encoding.ts';
import {cutTo} from '../../../text/fit.ts';
import {plural} from '../../../text/format.ts';
import {visible} from '../../../text/visible.ts';
import {drawHelp} from '../../components/help/view.ts';
import {drawLine} from '../../components/line-editor/view.ts';
import {dividerLine} from '../../divider-line.ts';
import {questionKeyLine} from '../../key-line.ts';
import {type Paint, signs} from '../../theme.ts';
import {drawEdit} from './draw-edit.ts';
import {drawFind} from './draw-find.ts';
import {drawQuit, paragraph} from './draw-quit.ts';
import {drawSamples, fixKindTitle} from './fix-kind.ts';
import {paneHeights} from './heights.ts';
import {helpPage, keysOfMode} from './keys-of-mode.ts';
import type {OverlayFrame} from './overlay-frame.ts';
import {rowMenuItems} from './overlays.ts';
import {canSaveInPlace} from './save-keys.ts';
import type {Mode, ReviewContext, ReviewState} from './state.ts';

/** The first line of what lies over the detail pane. */
type Heading = (text: string) => string;

/** Draws the mode that has the keyboard. `undefined` while the grid has it, and for modes drawn elsewhere. */
export function drawOverlay(state: ReviewState, context: ReviewContext, paint: Paint): OverlayFrame | undefined {
	const {mode} = state;
	const heading: Heading = text => paint('title', dividerLine(text, state.size.columns));
	const keys = questionKeyLine(keysOfMode(state, context).bindings, state.size.columns, paint);
	switch (mode.name) {
		case 'edit':
			return drawEdit(state, mode, context, paint);
		case 'go-to': {
			const {text, cursorAt} = drawLine(mode.line, 12);
			return {
				place: 'detail',
				lines: [heading('Go to row'), ` ${text}`, paint('error', mode.error === undefined ? '' : ` ${mode.error}`)],
				cursor: {x: 1 + cursorAt, y: 1},
				keys,
			};
		}

		case 'find':
			return drawFind(state, mode, context, keys, paint);
		case 'fix-kind':
			return {
				place: 'detail',
				lines: [
					heading(fixKindTitle(state, mode)),
					...drawSamples(mode, {rows: paneHeights(state.size).detail - 1, columns: state.size.columns}),
				],
				keys,
			};
		case 'row-menu':
			return {
				place: 'detail',
				lines: [
					heading(`Row ${state.cursor.row}`),
					...rowMenuItems(state.cursor.row, context).map(({text}, at) => {
						const item = cutTo(`${at + 1} ${text}`, state.size.columns - 4);
						return at === mode.selected ? paint('cursor', ` ${signs.pointer} ${item}`) : `   ${item}`;
					}),
				],
				keys,
			};
		case 'save':
			return drawSave(state, mode, context, heading, keys);
		case 'saving':
			return {place: 'detail', lines: [' Saving'], keys};
		case 'help':
			return {
				place: 'screen',
				...drawHelp(mode, helpPage(state, mode, context), paint),
			};
		case 'convert':
			return {
				place: 'detail',
				lines: [
					heading('Another encoding'),
					...paragraph(
						`${plural(mode.rows, 'row')} cannot be read as UTF-8. The file looks like ${encodingNames[mode.encoding]}. Read it in that encoding? It is saved and sent as UTF-8; the file itself stays as it is.`,
						state.size,
					),
				],
				keys,
			};
		case 'quit':
			return drawQuit(state, mode, context, paint);
		case 'browse':
		case 'kinds':
			return undefined;
	}
}

function drawSave(
	{size}: ReviewState,
	{copy}: Extract<Mode, {name: 'save'}>,
	{session, convertedFrom}: ReviewContext,
	heading: Heading,
	keys: string,
): OverlayFrame {
	const name = visible(basename(fixedCopyPath(session.path)));
	const inPlace = canSaveInPlace(session);
	const texts = {
		none: `A fixed copy beside the file: ${name}`,
		own: `To ${name}, which you saved before.`,
		foreign: `${name} exists, and was not saved from here.`,
		'not-a-file': `${name} exists and is not a regular file, so it cannot be replaced.`,
	};
	const encoding =
		convertedFrom === undefined ? '' : `It is written as UTF-8; the opened file is ${encodingNames[convertedFrom]}.`;
	return {
		place: 'detail',
		lines: [
			heading(`Save ${plural(session.records.overlay.changedSinceSave, 'edited row')}`),
			...paragraph(texts[copy], size),
			...paragraph(encoding, size),
			...paragraph(`The opened file stays as it is${inPlace ? ', unless you save in place' : ''}.`, size),
		],
		keys,
	};
}

/** How many lines a place has. */
export function placeHeight({size}: ReviewState, place: OverlayFrame['place']): number {
	const {grid, detail} = paneHeights(size);
	return place === 'detail' ? detail : grid + 1 + detail;
}
