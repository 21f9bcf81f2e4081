import type {Preview} from '../../../job/events.ts';
import {countIn} from '../../../plan/counts.ts';
import {occurringEntities} from '../../../plan/plan.ts';
import {cutTo} from '../../../text/fit.ts';
import {count} from '../../../text/format.ts';
import type {Frame, FrameTable} from '../../frame.ts';
import type {Size} from '../../size.ts';
import type {Paint} from '../../theme.ts';
import {drawEnded, drawPreparing, drawSending, type ResultContext, type TitledFrame} from './draw.ts';
import {drawResuming, drawSyncing} from './draw-syncing.ts';
import type {JobState} from './state.ts';
import {resultTexts} from './texts.ts';

/** Rows of the window from which on the result has room for the table. */
const roomy = 22;

/** Draws the screens of one upload: progress, sync, result. */
export function drawJob(state: JobState, after: ResultContext, size: Size, paint: Paint): Frame {
	const {title, lines, keys} = drawState(state, after, size.columns, paint);
	const hint = state.hint === undefined ? '' : paint('strong', ` ${cutTo(state.hint, size.columns - 2)}`);
	const head = [paint('title', ` ${title}`), hint];
	// The keys have a row of their own.
	const room = size.rows - 1 - head.length;
	const shown = fitted(lines, room, paint).map(line => (line === '' ? '' : ` ${line}`));
	const table = size.rows < roomy ? [] : summary(state, room - lines.length);
	return {lines: [...head, ...shown, ...table], keys};
}

/** Returns the lines that have room; the last of them says how many have none. */
function fitted(lines: readonly string[], room: number, paint: Paint): readonly string[] {
	if (lines.length <= room) return lines;
	const shown = lines.slice(0, Math.max(0, room - 1));
	return [...shown, paint('dim', resultTexts.more(lines.length - shown.length))];
}

function drawState(state: JobState, after: ResultContext, columns: number, paint: Paint): TitledFrame {
	switch (state.name) {
		case 'preparing':
			return drawPreparing(state, columns, paint);
		case 'resuming':
			return drawResuming(columns, paint);
		case 'sending':
			return drawSending(state, columns, paint);
		case 'syncing':
			return drawSyncing(state, columns, paint);
		case 'ended':
			return drawEnded(state, after, columns, paint);
	}
}

/** Returns the summary table of an upload whose sync was watched, if `room` is enough for it. */
function summary(state: JobState, room: number): ReadonlyArray<string | FrameTable> {
	if (state.name !== 'ended' || state.ending.sync === null || state.preview === undefined) return [];
	const table = tableOf(state.preview);
	// Each row has a line of the frame above it; the header and the empty line above the table come in addition.
	return 2 * table.rows.length + 4 > room ? [] : ['', table];
}

function tableOf({plan}: Preview): FrameTable {
	const {columns} = resultTexts;
	const rows = occurringEntities(plan).map(entity => ({
		[columns.kind]: entity.plural,
		[columns.file]: count(countIn(plan.file, entity)),
		[columns.created]: count(countIn(plan.created, entity)),
		[columns.kept]: count(countIn(plan.kept, entity)),
		[columns.hidden]: count(countIn(plan.hidden, entity)),
	}));
	return {kind: 'table', rows};
}
