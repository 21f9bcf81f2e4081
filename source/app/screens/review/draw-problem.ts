import type {Problem} from '../../../kinds/problem.ts';
import {type ChosenFix, listFixes} from '../../../session/fixes.ts';
import type {Session} from '../../../session/session.ts';
import {cutTo, wrap} from '../../../text/fit.ts';
import {count} from '../../../text/format.ts';
import {visible} from '../../../text/visible.ts';
import {width} from '../../../text/width.ts';
import {keyOf} from '../../keys.ts';
import type {Size} from '../../size.ts';
import {type Paint, signs} from '../../theme.ts';
import {whyLocked} from './edit.ts';
import {type BrowseAction, browseKeys} from './keys.ts';

/** Returns what is wrong, with its sign and code, in at most `most` lines. */
export function messageLines(
	{code, severity, message}: Problem,
	columns: number,
	most: number,
	paint: Paint,
): readonly string[] {
	const tone = severity === 'error' ? 'error' : 'warning';
	return wrap(`${signs[tone]} ${code}: ${visible(message)}`, columns - 1, most).map(line => paint(tone, ` ${line}`));
}

/** How the problems of a cell are laid out: lines of each message at most, and whether each fix has a line. */
type Layout = {readonly messageLines: number; readonly fixes: 'one-a-line' | 'in-one-line'};

/** From the roomiest to the tightest. */
const layouts: readonly Layout[] = [
	{messageLines: 3, fixes: 'one-a-line'},
	{messageLines: 2, fixes: 'one-a-line'},
	{messageLines: 2, fixes: 'in-one-line'},
	{messageLines: 1, fixes: 'one-a-line'},
	{messageLines: 1, fixes: 'in-one-line'},
];

/** Draws every problem of a cell with its numbered fixes, in the roomiest layout that fits. */
export function drawProblems(
	problems: readonly Problem[],
	session: Session,
	size: Size,
	paint: Paint,
): readonly string[] {
	for (const layout of layouts) {
		const lines = laidOut(problems, layout, session, size.columns, paint);
		if (lines.length <= size.rows) return lines;
	}

	// The last line is for the fixes; the one before it tells how many problems have no line.
	const shown = Math.max(1, size.rows - 2);
	const messages = problems.slice(0, shown).flatMap(problem => messageLines(problem, size.columns, 1, paint));
	const more = paint('dim', ` and ${count(problems.length - shown)} more`);
	const actions = actionLine(problems, session, size.columns, paint);
	return [...messages, ...(size.rows > 2 ? [more] : []), actions];
}

function laidOut(
	problems: readonly Problem[],
	layout: Layout,
	session: Session,
	columns: number,
	paint: Paint,
): readonly string[] {
	const fixes = listFixes(problems);
	const inOneLine = layout.fixes === 'in-one-line' || fixes.length === 0;
	const blocks = problems.map(problem => {
		const message = messageLines(problem, columns, layout.messageLines, paint);
		if (inOneLine) return message;
		const own = fixes.filter(fix => fix.problem === problem);
		return [
			...message,
			...own.map(fix => {
				const others = fix === fixes[0] ? othersText(problem, session, paint) : '';
				return `   ${fixText(fix, fixes, columns - 4 - width(others), paint)}${others}`;
			}),
		];
	});
	return [...blocks.flat(), ...(inOneLine ? [actionLine(problems, session, columns, paint)] : [])];
}

/** Between two fixes in one line. */
const gap = '  ';

/** Terminal cells that a fix has at least in a line of several. */
const shortestFix = 14;

/** Returns one line for all fixes, or for what to do without one. */
function actionLine(problems: readonly Problem[], session: Session, columns: number, paint: Paint): string {
	const fixes = listFixes(problems);
	if (fixes.length === 0) {
		const what = problems.some(({field}) => field === undefined) ? 'edit the row' : 'edit';
		const [first] = problems;
		const isLocked = first !== undefined && whyLocked(first.row, session) !== undefined;
		const keyed = (action: BrowseAction, does: string) => `${paint('key', keyOf(browseKeys, action))} ${does}`;
		const keys = `${isLocked ? '' : `${keyed('edit', what)}  `}${keyed('row-menu', 'skip the row')}`;
		return withOthers(keys, first, session, columns, paint);
	}

	const texts: string[] = [];
	let room = columns - 1;
	for (const [at, fix] of fixes.entries()) {
		// What comes first has the most room: it is what f applies.
		const text = fixText(fix, fixes, room - (fixes.length - 1 - at) * shortestFix, paint);
		texts.push(text);
		room -= width(text) + gap.length;
	}

	return withOthers(texts.join(gap), fixes[0]?.problem, session, columns, paint);
}

/** Returns a line, with how many more problems of a kind there are where that fits. */
function withOthers(
	line: string,
	problem: Problem | undefined,
	session: Session,
	columns: number,
	paint: Paint,
): string {
	const others = othersText(problem, session, paint);
	return ` ${line}${width(line) + width(others) < columns ? others : ''}`;
}

/** Returns a fix with its key, cut to `cells`. */
function fixText({fix}: ChosenFix, fixes: readonly ChosenFix[], cells: number, paint: Paint): string {
	const at = fixes.findIndex(other => other.fix === fix);
	const key = fixes.length === 1 ? keyOf(browseKeys, 'fix') : String(at + 1);
	const safe = fix.safe ? '  safe' : '';
	return `${paint('key', key)} ${cutTo(visible(fix.title), cells - key.length - 1 - safe.length)}${paint('good', safe)}`;
}

/** Returns how many problems of the same kind there are, and the key that fixes them all. */
function othersText(problem: Problem | undefined, session: Session, paint: Paint): string {
	const others = problem === undefined ? 0 : (session.findings.counts.get(problem.code) ?? 1) - 1;
	if (problem === undefined || others === 0) return '';
	const key = problem.fixes.length === 0 ? '' : ` ${paint('key', keyOf(browseKeys, 'fix-kind'))}`;
	return `   ${paint('dim', `${count(others)} more like this`)}${key}`;
}
