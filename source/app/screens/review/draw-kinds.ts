import {titleOf} from '../../../kinds/codes.ts';
import type {Session} from '../../../session/session.ts';
import {cutTo, fit, wrap} from '../../../text/fit.ts';
import {count} from '../../../text/format.ts';
import {visible} from '../../../text/visible.ts';
import {type Frame, type FrameTable, heightOf} from '../../frame.ts';
import {keyLine} from '../../key-line.ts';
import {enabledBindings, keyOf} from '../../keys.ts';
import type {Paint} from '../../theme.ts';
import {cellCount} from './fix-kind.ts';
import {browseKeys} from './keys.ts';
import {kindsKeys} from './overlay-keys.ts';
import type {ShownRows} from './shown.ts';
import type {Mode, ReviewContext, ReviewState} from './state.ts';
import {problemTexts, kindsTexts as texts} from './texts.ts';

/** Draws the problems of the file by kind with their counts, and advice below. */
export function drawKinds(
	{size, notice, shown}: ReviewState,
	{safeFixes}: Extract<Mode, {name: 'kinds'}>,
	{session}: ReviewContext,
	paint: Paint,
): Frame {
	const kinds = [...session.counts].map(([code, number]) => [code, titleOf(session.kind.codes, code), number] as const);
	const table: FrameTable = {kind: 'table', rows: kinds.map(kind => cellsOf(kind, size.columns))};
	const room = size.rows - otherLines;
	return {
		lines: [
			paint('title', ` ${texts.title}`),
			...(kinds.length === 0
				? []
				: heightOf(table) <= room
					? [table]
					: plainLines(kinds, room).map(line => cutTo(` ${line}`, size.columns))),
			...wrap(notice === undefined ? advice(session, safeFixes, shown) : visible(notice.text), size.columns - 1).map(
				line => ` ${line}`,
			),
		],
		keys: keyLine(enabledBindings(kindsKeys, {safeFixes}), size.columns, paint),
	};
}

/** Returns the advice about all problems. */
function advice(session: Session, safeFixes: number, {kind}: ShownRows): string {
	if (safeFixes > 0) return texts.safeFixes(cellCount(safeFixes), kind);
	if (session.counts.size === 0) return problemTexts.none;
	if (session.findings.cells > 0) return texts.noSafeFixes(kind, keyOf(browseKeys, 'next-problem'));
	return session.problemCount('error') > 0 ? texts.wholeFile : texts.noAction;
}

type KindRow = readonly [code: string, title: string, number: number];

/** The lines of title, advice and keys. */
const otherLines = 4;

function cellsOf([code, title, number]: KindRow, columns: number) {
	return {count: count(number), kind: code, ...(columns >= 72 ? {meaning: title} : {})};
}

/** Returns one line for each kind, for windows in which the table does not fit. */
function plainLines(kinds: readonly KindRow[], room: number): readonly string[] {
	const widest = Math.max(...kinds.map(([, , number]) => count(number).length));
	const lines = kinds.map(
		([code, title, number]) => `${fit(count(number), widest, 'right')}  ${fit(code, 20)} ${title}`,
	);
	return lines.length <= room ? lines : [...lines.slice(0, room - 1), texts.others(lines.length - room + 1)];
}
