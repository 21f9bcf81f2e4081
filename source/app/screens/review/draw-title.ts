import {basename} from 'node:path';
import {encodingNames} from '../../../records/source/encoding.ts';
import {cutTo, width} from '../../../text/fit.ts';
import {percent, plural} from '../../../text/format.ts';
import {visible} from '../../../text/visible.ts';
import {type Paint, signs} from '../../theme.ts';
import {summary} from './draw-detail.ts';
import type {ReviewContext, ReviewState} from './state.ts';

/** Columns from which on a title has room for everything. */
const roomy = 72;

/** Draws the first line: the file, how many rows it has and how many are not saved, its encoding, its problems. */
export function drawTitle(state: ReviewState, context: ReviewContext, paint: Paint): string {
	const {size, checked} = state;
	const {session} = context;
	const facts = factsOf(state, context).join('  ');
	const unprotected = state.isUnprotected ? `  ${signs.warning} not protected` : '';
	const path = visible(session.path);
	const shortest = Math.min(width(visible(basename(session.path))), size.columns / 2);
	const inCells = summary(context, paint, {withCells: true});
	const fits = width(facts) + width(unprotected) + width(inCells) + shortest + 6 <= size.columns;
	const found =
		checked < 1 && session.counts.size === 0 ? '' : fits ? inCells : summary(context, paint, {withCells: false});
	const room = Math.max(8, size.columns - width(facts) - width(unprotected) - width(found) - 6);
	const name = width(path) <= room ? path : visible(basename(session.path));
	return ` ${paint('title', cutTo(name, room))}  ${paint('dim', facts)}${paint('warning', unprotected)}  ${found}`;
}

function factsOf(
	{size, checked, checkFailure}: ReviewState,
	{session, convertedFrom}: ReviewContext,
): readonly string[] {
	const {unsaved} = session.records.overlay;
	const isNarrow = size.columns < roomy;
	return [
		...(checked < 1 ? [`${checkFailure === undefined ? 'checking' : 'checked'} ${percent(checked, 1)}`] : []),
		...(unsaved > 0 && isNarrow ? [] : [plural(session.recordCount, 'row')]),
		...(unsaved > 0
			? [isNarrow ? `${plural(unsaved, 'row')} not saved` : `${plural(unsaved, 'edited row')}, not saved`]
			: []),
		...(convertedFrom === undefined ? [] : [encodingNames[convertedFrom]]),
	];
}
