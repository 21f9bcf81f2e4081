import type {Problem} from '../../../kinds/problem.ts';
import {type ChosenFix, listFixes} from '../../../session/fixes.ts';
import type {Session} from '../../../session/session.ts';
import {cutTo, wrap} from '../../../text/fit.ts';
import {width} from '../../../text/width.ts';
import {keyOf} from '../../keys.ts';
import {valueText} from '../../signs-in-values.ts';
import type {Size} from '../../size.ts';
import {type Paint, signs} from '../../theme.ts';
import {whyLocked} from './edit.ts';
import {type BrowseAction, browseKeys} from './keys.ts';
import type {ShownRows} from './shown.ts';
import {problemTexts as texts} from './texts.ts';

/** Returns a problem with its sign and code, in at most `most` lines. */
export function messageLines(
	{code, severity, message}: Problem,
	columns: number,
	most: number,
	paint: Paint,
): readonly string[] {
	const tone = severity === 'error' ? 'error' : 'warning';
	return wrap(`${signs[tone]} ${code}: ${valueText(message)}`, columns - 1, most).map(line => paint(tone, ` ${line}`));
}

/** The file, and whether all of its rows are shown. */
type ProblemContext = {readonly session: Session; readonly shown: ShownRows['kind']};

/** A layout of the problems of a cell: the most lines for a message, and whether each fix has its own line. */
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
	context: ProblemContext,
	size: Size,
	paint: Paint,
): readonly string[] {
	for (const layout of layouts) {
		const lines = laidOut(problems, layout, context, size.columns, paint);
		if (lines.length <= size.rows) return lines;
	}

	// The last line is for the fixes, the one before it for the number of problems without a line.
	const shown = Math.max(1, size.rows - 2);
	const messages = problems.slice(0, shown).flatMap(problem => messageLines(problem, size.columns, 1, paint));
	const more = paint('dim', ` ${texts.more(problems.length - shown)}`);
	const actions = actionLine(problems, context, size.columns, paint);
	return [...messages, ...(size.rows > 2 ? [more] : []), actions];
}

function laidOut(
	problems: readonly Problem[],
	layout: Layout,
	context: ProblemContext,
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
				const text = fixText(fix, fixes, columns - 4, paint);
				return `   ${text}${fix === fixes[0] ? othersText(problem, context, columns - 4 - width(text), paint) : ''}`;
			}),
		];
	});
	return [...blocks.flat(), ...(inOneLine ? [actionLine(problems, context, columns, paint)] : [])];
}

/** The gap between two fixes in one line. */
const gap = '  ';

/** The least number of terminal cells of a fix in a line of several. */
const shortestFix = 14;

/** Returns one line with all fixes, or the keys that help without one. */
function actionLine(problems: readonly Problem[], context: ProblemContext, columns: number, paint: Paint): string {
	const fixes = listFixes(problems);
	if (fixes.length === 0) {
		const what = problems.some(({field}) => field === undefined) ? texts.editRow : texts.edit;
		const [first] = problems;
		const isLocked = first !== undefined && whyLocked(first.row, context.session) !== undefined;
		const keyed = (action: BrowseAction, does: string) => `${paint('key', keyOf(browseKeys, action))} ${does}`;
		const keys = `${isLocked ? '' : `${keyed('edit', what)}  `}${keyed('row-menu', texts.skip)}`;
		return withOthers(keys, first, context, columns, paint);
	}

	const parts: string[] = [];
	let room = columns - 1;
	for (const [at, fix] of fixes.entries()) {
		// The first fix has the most room: it is the one that f applies.
		const text = fixText(fix, fixes, room - (fixes.length - 1 - at) * shortestFix, paint);
		parts.push(text);
		room -= width(text) + gap.length;
	}

	return withOthers(parts.join(gap), fixes[0]?.problem, context, columns, paint);
}

/** Returns a line, with the number of similar problems if that fits. */
function withOthers(
	line: string,
	problem: Problem | undefined,
	context: ProblemContext,
	columns: number,
	paint: Paint,
): string {
	return ` ${line}${othersText(problem, context, columns - 1 - width(line), paint)}`;
}

/** Returns a fix with its key, cut to `cells`. */
function fixText({fix}: ChosenFix, fixes: readonly ChosenFix[], cells: number, paint: Paint): string {
	const at = fixes.findIndex(other => other.fix === fix);
	const key = fixes.length === 1 ? keyOf(browseKeys, 'fix') : String(at + 1);
	const safe = fix.safe ? ` ${texts.safe}` : '';
	return `${paint('key', key)} ${cutTo(valueText(fix.title), cells - key.length - 1 - safe.length)}${paint('good', safe)}`;
}

/** Returns the number of similar problems in the file and the key that fixes all of them, as far as they fit into `cells`. */
function othersText(
	problem: Problem | undefined,
	{session, shown}: ProblemContext,
	cells: number,
	paint: Paint,
): string {
	const others = problem === undefined ? 0 : (session.findings.counts.get(problem.code) ?? 1) - 1;
	if (problem === undefined || others === 0) return '';
	const number = `   ${paint('dim', texts.others(others, shown))}`;
	const key = `${paint('dim', ':')} ${paint('key', keyOf(browseKeys, 'fix-kind'))} ${paint('dim', texts.fixOthers(shown))}`;
	const variants = problem.fixes.length === 0 ? [number] : [number + key, number];
	return variants.find(text => width(text) <= cells) ?? '';
}
