import {titleOf} from '../../../kinds/codes.ts';
import type {Session} from '../../../session/session.ts';
import {cutTo, fit, wrap} from '../../../text/fit.ts';
import {count, plural} from '../../../text/format.ts';
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

/** Draws the problems of the file by kind, with their counts, and what to do about them as a whole. */
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
			paint('title', ' Problems by kind'),
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

/** Returns what to do about the problems as a whole. */
function advice(session: Session, safeFixes: number, {kind}: ShownRows): string {
	const where = kind === 'all' ? '' : ' in the rows shown';
	if (safeFixes > 0)
		return `${cellCount(safeFixes)}${where} can be fixed safely: the fix cannot change what was meant.`;
	if (session.counts.size === 0) return 'No problems in this file.';
	if (session.findings.cells > 0)
		return `No safe fixes are left${where}. Review the others one by one: ${keyOf(browseKeys, 'next-problem')} goes to the next.`;
	return session.problemCount('error') > 0
		? 'No edit of a row can fix this. Correct it in the file.'
		: 'Nothing in this file needs a fix.';
}

type KindRow = readonly [code: string, title: string, number: number];

/** Lines of the title, the advice and the keys. */
const otherLines = 4;

function cellsOf([code, title, number]: KindRow, columns: number) {
	return {count: count(number), kind: code, ...(columns >= 72 ? {meaning: title} : {})};
}

/** One line a kind, where the table would not fit. */
function plainLines(kinds: readonly KindRow[], room: number): readonly string[] {
	const widest = Math.max(...kinds.map(([, , number]) => count(number).length));
	const lines = kinds.map(
		([code, title, number]) => `${fit(count(number), widest, 'right')}  ${fit(code, 20)} ${title}`,
	);
	return lines.length <= room
		? lines
		: [...lines.slice(0, room - 1), `and ${plural(lines.length - room + 1, 'other kind')}`];
}
