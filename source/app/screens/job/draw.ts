import type {Preview} from '../../../job/events.ts';
import type {EntityType} from '../../../kinds/resources.ts';
import {countIn, sumCounts} from '../../../plan/counts.ts';
import {reasonText} from '../../../plan/guard-texts.ts';
import {comparedEntities, type Plan, samplesOf, unlistedResources} from '../../../plan/plan.ts';
import {plannedEdgeLines} from '../../../report/edges.ts';
import {columnsText, countsText, sampleText, unlistedText} from '../../../report/plan.ts';
import {cutTo, wrap} from '../../../text/fit.ts';
import {visible} from '../../../text/visible.ts';
import {drawLine} from '../../components/line-editor/view.ts';
import type {TextFrame} from '../../frame.ts';
import {questionKeyLine} from '../../key-line.ts';
import {enabledBindings, keyOf} from '../../keys.ts';
import {outcomeStyle} from '../../outcome-style.ts';
import {valueText} from '../../signs-in-values.ts';
import type {Size} from '../../size.ts';
import {type Paint, signs} from '../../theme.ts';
import {browseKeys} from '../review/keys.ts';
import {endedKeys, preparingKeys, previewKeys, sendingKeys, stoppedKeys} from './keys.ts';
import {type JobState, requiredNumber} from './state.ts';
import {factIndent, preparingTexts, previewTexts, resultTexts, sendingTexts, syncTexts} from './texts.ts';

/** A screen of the upload below its title; the cursor is counted from the first of the lines. */
export type TitledFrame = TextFrame & {readonly title: string};

const unsavedText = `${signs.warning} ${resultTexts.unsaved(keyOf(browseKeys, 'save'))}`;
const indent = ' '.repeat(factIndent);
/** Columns from which on a SHA-256 fits into a line. */
const shaWidth = 76;
/** The title, the line under it, and the keys. */
const frameRows = 3;

type Of<Name extends JobState['name']> = Extract<JobState, {name: Name}>;

export function drawPreparing({note}: Of<'preparing'>, columns: number, paint: Paint): TitledFrame {
	return {
		title: preparingTexts.title,
		lines: [visible(note), '', paint('dim', preparingTexts.nothingSent)],
		keys: questionKeyLine(enabledBindings(preparingKeys, undefined), columns, paint),
	};
}

export function drawPreview({preview, typed, error}: Of<'preview'>, {columns, rows}: Size, paint: Paint): TitledFrame {
	const {plan, snapshot, guardResult, warnings, notSent} = preview;
	const title = previewTexts.title(target(preview));
	const unlisted = unlistedResources(plan);
	const facts = [
		previewTexts.problems(warnings),
		...previewTexts.toSend(snapshot).map(line => cutTo(line, columns - 2)),
		...(notSent.length === 0 ? [] : [cutTo(previewTexts.notSent(columnsText(notSent)), columns - 2)]),
		previewTexts.created(countsText(plan, plan.created)),
		previewTexts.kept(countsText(plan, plan.kept)),
		previewTexts.hidden(countsText(plan, plan.hidden)),
		...previewTexts
			.edges(plan.edges === undefined ? [] : plannedEdgeLines(plan.edges))
			.map(line => cutTo(visible(line), columns - 2)),
		...(unlisted.length === 0 ? [] : [cutTo(previewTexts.notCompared(unlistedText(unlisted)), columns - 2)]),
	];
	if (guardResult.kind === 'clear') {
		return {
			title,
			lines: [...facts, ...drawHidden(plan, rows - frameRows - facts.length - 2, paint), '', previewTexts.nothingSent],
			keys: questionKeyLine(enabledBindings(previewKeys, undefined), columns, paint),
		};
	}

	const {number, what} = requiredNumber(preview);
	const hidden = sumCounts(plan.hidden) > 0 ? countsText(plan, plan.hidden) : '';
	const question = [
		'',
		...guardResult.reasons
			.flatMap(reason => wrap(`${signs.warning} ${previewTexts.safetyStop(reasonText(reason))}`, columns - 2))
			.map(line => paint('warning', line)),
		...wrap(previewTexts.typeNumber(what, number, hidden, keyOf(stoppedKeys, 'send')), columns - 2),
	];
	// The text field is always in view: the names of hidden pages give way to it.
	const room = rows - frameRows - facts.length - question.length - 1;
	const before = [...facts, ...drawHidden(plan, room, paint), ...question].slice(-(rows - frameRows - 1));
	const {text, cursorAt} = drawLine(typed, 12);
	return {
		title,
		lines: [...before, `${signs.prompt} ${text} ${paint('error', error ?? '')}`],
		cursor: {x: 2 + cursorAt, y: before.length},
		keys: questionKeyLine(enabledBindings(stoppedKeys, undefined), columns, paint),
	};
}

/** Draws why pages are hidden, and the names of the first ones, in at most `room` lines. */
function drawHidden(plan: Plan, room: number, paint: Paint): readonly string[] {
	if (sumCounts(plan.hidden) === 0) return [];
	const lines = [previewTexts.whyHidden];
	const entities = comparedEntities(plan);
	for (const [at, entity] of entities.entries()) {
		const names = samplesOf(plan, entity).map(name => valueText(sampleText(entity, name)));
		// The types share the room equally; the last one gets the rest.
		const share = Math.floor((room - lines.length) / (entities.length - at));
		lines.push(...listWithin(names, countIn(plan.hidden, entity), share, entity));
	}

	return lines.slice(0, Math.max(0, room)).map(line => paint('dim', `${indent}${line}`));
}

/** Returns the names that fit, and the number of the others. */
function listWithin(
	names: readonly string[],
	all: number,
	room: number,
	{singular, plural: many}: EntityType,
): readonly string[] {
	if (room <= 0) return [];
	const shown = names.slice(0, all <= room ? room : room - 1);
	const others = all - shown.length;
	return others > 0 ? [...shown, previewTexts.others(others, singular, many)] : shown;
}

export function drawSending(state: Of<'sending'>, columns: number, paint: Paint): TitledFrame {
	const {sent, total, since, now, waiting, cancelling} = state;
	const seconds = Math.max(0.001, (now - since) / 1000);
	const rate = sent / seconds;
	const left = rate === 0 ? undefined : ((total - sent) / rate) * 1000;
	const done = sent >= total && total > 0;
	return {
		title: sendingTexts.title(target(state.preview)),
		lines: [
			bar(sent, total, columns - 2, paint),
			`${sendingTexts.progress(sent, total)}${done ? '' : sendingTexts.rate(Math.round(rate), left)}`,
			'',
			...wrap(
				waiting ?? (cancelling ? sendingTexts.cancelling : done ? sendingTexts.waitingForAnswer : ''),
				columns - 2,
			),
		],
		keys: questionKeyLine(enabledBindings(sendingKeys, undefined), columns, paint),
	};
}

/** The state of the file after an upload, and the screen to return to. */
export type ResultContext = {readonly unsaved: boolean; readonly backTo: string};

export function drawEnded(
	{ending, preview}: Of<'ended'>,
	{unsaved, backTo}: ResultContext,
	columns: number,
	paint: Paint,
): TitledFrame {
	const [look, sign] = outcomeStyle(ending.outcome);
	return {
		title: preview === undefined ? resultTexts.untitled : resultTexts.title(target(preview)),
		lines: [
			...wrap(`${sign} ${visible(ending.message)}`, columns - 2).map(line => paint(look, line)),
			'',
			...wrap(resultTexts.catalog(visible(ending.catalog)), columns - 2),
			...wrap(resultTexts.next(visible(ending.next)), columns - 2),
			...(ending.link === undefined ? [] : linkLines(ending.link, columns)),
			...(unsaved && ending.sent !== null
				? ['', ...wrap(unsavedText, columns - 2).map(line => paint('warning', line))]
				: []),
			// A cut digest would be of no use; the history shows it in full.
			...(ending.sent === null || columns < shaWidth ? [] : ['', paint('dim', resultTexts.sha256(ending.sent.sha256))]),
		],
		keys: questionKeyLine(enabledBindings(endedKeys, {backTo}), columns, paint),
	};
}

function target({integration, host}: Preview): string {
	return previewTexts.target(valueText(integration.name), valueText(host));
}

/** Returns the address of the page of syncs, in full and in a line of its own, so that it can be copied. */
export function linkLines(link: string, columns: number): readonly string[] {
	return [syncTexts.link, ...wrap(visible(link), columns - 1)];
}

/** Draws a progress bar of exactly `cells`. */
export function bar(part: number, whole: number, cells: number, paint: Paint): string {
	const full = whole === 0 ? 0 : Math.min(cells, Math.floor((part / whole) * cells));
	return paint('good', signs.barFull.repeat(full)) + paint('dim', signs.barEmpty.repeat(Math.max(0, cells - full)));
}
