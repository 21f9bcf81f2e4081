import {basename} from 'node:path';
import {fixedCopyPath} from '../../../records/save/save.ts';
import {encodingNames} from '../../../records/source/encoding.ts';
import {cutTo} from '../../../text/fit.ts';
import {drawHelp} from '../../components/help/view.ts';
import {drawLine} from '../../components/line-editor/view.ts';
import {dividerLine} from '../../divider-line.ts';
import {questionKeyLine} from '../../key-line.ts';
import {valueText} from '../../signs-in-values.ts';
import {type Paint, signs} from '../../theme.ts';
import {drawEdit} from './draw-edit.ts';
import {drawFind} from './draw-find.ts';
import {drawQuit, paragraph} from './draw-quit.ts';
import {shownExplanation} from './explain.ts';
import {drawSamples, fixKindTitle} from './fix-kind.ts';
import {paneHeights} from './heights.ts';
import {helpPage, keysOfMode} from './keys-of-mode.ts';
import type {OverlayFrame} from './overlay-frame.ts';
import {rowMenuItems} from './row-menu.ts';
import {canSaveInPlace} from './save-keys.ts';
import type {FixedCopy, Mode, ReviewContext, ReviewState} from './state.ts';
import {convertTexts, goToTexts, rowMenuTexts, saveTexts as texts} from './texts.ts';

/** Draws the first line of an overlay. */
type Heading = (text: string) => string;

/** Draws the overlay of the current mode. `undefined` while browsing, and for modes that are drawn elsewhere. */
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
				lines: [heading(goToTexts.title), ` ${text}`, paint('error', mode.error === undefined ? '' : ` ${mode.error}`)],
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
		case 'explain':
			return {place: 'screen', lines: shownExplanation(state, mode, context), keys};
		case 'row-menu':
			return drawRowMenu(state, mode, context, heading, keys, paint);
		case 'save':
			return drawSave(state, mode, context, heading, keys);
		case 'saving':
			return {place: 'detail', lines: [` ${texts.saving}`], keys};
		case 'help':
			return {
				place: 'screen',
				...drawHelp(mode, helpPage(state, mode, context), paint),
			};
		case 'convert':
			return {
				place: 'detail',
				lines: [
					heading(convertTexts.title),
					...paragraph(convertTexts.question(mode.rows, encodingNames[mode.encoding]), state.size),
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

function drawRowMenu(
	{cursor, size}: ReviewState,
	{selected}: Extract<Mode, {name: 'row-menu'}>,
	context: ReviewContext,
	heading: Heading,
	keys: string,
	paint: Paint,
): OverlayFrame {
	const items = rowMenuItems(cursor.row, context).map(({text, action}, at) => {
		const item = cutTo(`${at + 1} ${text}`, size.columns - 4);
		if (at === selected) return paint('cursor', ` ${signs.pointer} ${item}`);
		return action === 'none' ? paint('dim', `   ${item}`) : `   ${item}`;
	});
	const room = paneHeights(size).detail - 1;
	const first = Math.max(0, Math.min(selected, items.length - 1) - room + 1);
	const title = rowMenuTexts.title(context.session.numberOf(cursor.row));
	return {place: 'detail', lines: [heading(title), ...items.slice(first)], keys};
}

const copyTexts: {readonly [Copy in FixedCopy]: (name: string) => string} = {
	none: texts.newCopy,
	own: texts.ownCopy,
	foreign: texts.foreignCopy,
	'not-a-file': texts.notAFile,
};

function drawSave(
	{size}: ReviewState,
	{copy}: Extract<Mode, {name: 'save'}>,
	{session, convertedFrom}: ReviewContext,
	heading: Heading,
	keys: string,
): OverlayFrame {
	const name = valueText(basename(fixedCopyPath(session.path)));
	const encoding = convertedFrom === undefined ? '' : texts.encoding(encodingNames[convertedFrom]);
	const original = canSaveInPlace(session) ? texts.originalKeptUnlessInPlace : texts.originalKept;
	return {
		place: 'detail',
		lines: [
			heading(texts.title(session.records.overlay.saved.changedSinceSave)),
			...paragraph(copyTexts[copy](name), size),
			...paragraph(encoding, size),
			...paragraph(original, size),
		],
		keys,
	};
}

/** Returns the number of lines of a place. */
export function placeHeight({size}: ReviewState, place: OverlayFrame['place']): number {
	const {grid, detail} = paneHeights(size);
	return place === 'detail' ? detail : grid + 1 + detail;
}
