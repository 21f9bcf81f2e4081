import type {Preview} from '../../../job/events.ts';
import {changeActions} from '../../../plan/changes/action.ts';
import {sumCounts} from '../../../plan/counts.ts';
import {countsText} from '../../../report/plan.ts';
import {cutTo, wrap} from '../../../text/fit.ts';
import {count} from '../../../text/format.ts';
import {width} from '../../../text/width.ts';
import {drawHelp} from '../../components/help/view.ts';
import {drawLine} from '../../components/line-editor/view.ts';
import {dividerLine} from '../../divider-line.ts';
import type {TextFrame} from '../../frame.ts';
import {keyLine, questionKeyLine} from '../../key-line.ts';
import {enabledBindings, keyOf} from '../../keys.ts';
import {valueText} from '../../signs-in-values.ts';
import type {Size} from '../../size.ts';
import {type Paint, signs} from '../../theme.ts';
import {targetTexts} from '../job/texts.ts';
import {signOf, styleOf} from './actions.ts';
import {drawDetails} from './draw-details.ts';
import {drawRows} from './draw-rows.ts';
import {planHelp, planKeyContext} from './help.ts';
import {numberKeys, planFindKeys, planKeys, rankedPlanKeys} from './keys.ts';
import {planHeights} from './layout.ts';
import {hasStop, type PlanContext, type PlanState, requiredNumber, rowCount} from './state.ts';
import {actionTexts, planFilterTexts, planTexts as texts} from './texts.ts';

/** Draws a plan: what is sent, why it stops, the tree of changes, the details of the selected row. */
export function drawPlan(state: PlanState, context: PlanContext, size: Size, paint: Paint): TextFrame {
	const {mode} = state;
	const now = planKeyContext(state, context);
	const title = drawTitle(state, context, size, paint);
	if (mode.name === 'help') {
		const {lines, keys, cursor} = drawHelp(mode.help, planHelp(size, now), paint);
		const hint = paint('strong', cutTo(` ${state.notice ?? ''}`, size.columns - 1));
		return {lines: [title, hint, ...lines], keys, cursor: cursor && {x: cursor.x, y: cursor.y + 2}};
	}

	const above = [title, drawCounts(context, size, paint), ...drawRows(state, context, size, paint)];
	if (mode.name === 'browse') {
		const keys = keyLine(enabledBindings(planKeys, now), size.columns, paint, rankedPlanKeys);
		return {
			lines: [...above, ...drawDetails(state, context, size, paint), drawNotice(state, context, size, paint)],
			keys,
		};
	}

	const [titleOfLine, about] = aboutLine(mode, context);
	const room = planHeights(size).details;
	const lines = wrap(about, size.columns - 2, room);
	const error = mode.name === 'number' ? (mode.error ?? '') : '';
	const cells = mode.name === 'number' ? 16 : size.columns - 4;
	const {text, cursorAt} = drawLine(mode.line, cells);
	const line = cutTo(`${signs.prompt} ${text.trimEnd()}  ${error}`.trimEnd(), size.columns - 2);
	const below = [
		paint('title', dividerLine(titleOfLine, size.columns)),
		...Array.from({length: room}, (_, at) => ` ${lines[at] ?? ''}`),
		` ${error === '' ? line : `${line.slice(0, -error.length)}${paint('error', error)}`}`,
	];
	const keymap = mode.name === 'number' ? numberKeys : planFindKeys;
	const hinted =
		state.notice === undefined ? below : below.with(-2, paint('strong', ` ${cutTo(state.notice, size.columns - 2)}`));
	return {
		lines: [...above, ...hinted],
		keys: questionKeyLine<'send' | 'apply' | 'back'>(enabledBindings(keymap, undefined), size.columns, paint),
		cursor: {x: 3 + cursorAt, y: above.length + below.length - 1},
	};
}

/** Returns the title of the line that is typed, and what it is for. */
function aboutLine(
	mode: Exclude<PlanState['mode'], {name: 'browse' | 'help'}>,
	{preview}: PlanContext,
): readonly [string, string] {
	if (mode.name === 'number') {
		const {number, what} = requiredNumber(preview);
		const hidden = sumCounts(preview.plan.hidden) > 0 ? countsText(preview.plan, preview.plan.hidden) : '';
		return [planFilterTexts.numberTitle, texts.typeNumber(what, number, hidden, keyOf(numberKeys, 'send'))];
	}

	return mode.what === 'search'
		? [planFilterTexts.searchTitle, planFilterTexts.searchHelp]
		: [planFilterTexts.filterTitle, planFilterTexts.filterHelp];
}

function drawTitle(state: PlanState, context: PlanContext, {columns}: Size, paint: Paint): string {
	const {filter, selected} = state;
	const place = texts.position(selected + 1, rowCount(state, context));
	const shown =
		filter === undefined
			? []
			: [texts.filtered(filter.changes), cutTo(valueText(filter.text), Math.floor(columns / 4))];
	const facts = [...shown, place].join(' · ');
	const title = texts.title(targetOf(context.preview));
	return ` ${paint('title', cutTo(title, columns - width(facts) - 4))}  ${paint('dim', facts)}`;
}

function targetOf({integration, host}: Preview): string {
	return targetTexts.target(valueText(integration.name), valueText(host));
}

/** Draws the number of changes of each kind. It is the legend of the signs, with as many words as fit. */
function drawCounts({counts}: PlanContext, {columns}: Size, paint: Paint): string {
	const present = changeActions.filter(action => counts[action] > 0);
	if (present.length === 0) return ` ${texts.noChanges}`;
	const [long, short] = [0, 1].map(at => present.map(action => ` ${actionTexts[action][at] ?? ''}`));
	const numbers = present.map(action => `${signOf[action]}${count(counts[action])}`);
	const words = [long, short].find(
		some => some !== undefined && width(numbers.map((number, at) => `${number}${some[at]}`).join('  ')) < columns - 1,
	);
	return ` ${present
		.map((action, at) => {
			const style = styleOf[action];
			const number = numbers[at] ?? '';
			return `${style === undefined ? number : paint(style, number)}${words?.[at] ?? ''}`;
		})
		.join('  ')}`;
}

function drawNotice(state: PlanState, context: PlanContext, {columns}: Size, paint: Paint): string {
	const {work, notice, search} = state;
	const show = (text: string) => cutTo(text, columns - 2);
	if (work !== undefined) {
		const stop = keyOf(planKeys, 'back');
		switch (work.kind) {
			case 'search':
				return ` ${show(texts.searching(valueText(search ?? ''), work.part, stop))}`;
			case 'filter':
				return ` ${show(texts.filtering(work.part, stop))}`;
			case 'jump':
				return ` ${show(texts.jumping(work.part, stop))}`;
		}
	}

	if (notice !== undefined) return paint('strong', ` ${show(notice)}`);
	if (context.use === 'read') return ` ${show(texts.hasEnded)}`;
	if (!hasStop(context)) return ` ${show(texts.nothingSent)}`;
	const {number, what} = requiredNumber(context.preview);
	return paint('warning', ` ${show(`${signs.warning} ${texts.toApprove(what, number)}`)}`);
}
