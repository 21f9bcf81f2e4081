import type {Preview} from '../../../job/events.ts';
import type {EntityType} from '../../../kinds/resources.ts';
import {countIn, sumCounts} from '../../../plan/counts.ts';
import {comparedEntities, type Plan, samplesOf} from '../../../plan/plan.ts';
import {columnsText, countsText, sampleText} from '../../../report/plan.ts';
import {cutTo, wrap} from '../../../text/fit.ts';
import {bytes, count, duration, percent, plural} from '../../../text/format.ts';
import {visible} from '../../../text/visible.ts';
import {drawLine} from '../../components/line-editor/view.ts';
import type {TextFrame} from '../../frame.ts';
import {questionKeyLine} from '../../key-line.ts';
import {enabledBindings, keyOf} from '../../keys.ts';
import {outcomeStyle} from '../../outcome-style.ts';
import type {Size} from '../../size.ts';
import {type Paint, signs} from '../../theme.ts';
import {browseKeys} from '../review/keys.ts';
import {endedKeys, preparingKeys, previewKeys, sendingKeys, stoppedKeys} from './keys.ts';
import {type JobState, requiredNumber} from './state.ts';

/** What a screen of the upload shows under its title; the cursor counts from the first of the lines. */
export type TitledFrame = TextFrame & {readonly title: string};

const notInAFile = `${signs.warning} Your edits were sent, but no file holds them yet: go back and press ${keyOf(browseKeys, 'save')}.`;
const indent = ' '.repeat(16);
/** Columns in which a SHA-256 stands whole. */
const shaWidth = 76;
/** The title, the line under it, and the keys. */
const frameRows = 3;

type Of<Name extends JobState['name']> = Extract<JobState, {name: Name}>;

export function drawPreparing({note}: Of<'preparing'>, columns: number, paint: Paint): TitledFrame {
	return {
		title: 'Preview',
		lines: [visible(note), '', paint('dim', 'Nothing has been sent.')],
		keys: questionKeyLine(enabledBindings(preparingKeys, undefined), columns, paint),
	};
}

export function drawPreview({preview, typed, error}: Of<'preview'>, {columns, rows}: Size, paint: Paint): TitledFrame {
	const {plan, snapshot, guardResult, warnings, notSent} = preview;
	const title = `Preview: to ${target(preview)}`;
	const facts = [
		`Problems        ${warnings === 0 ? 'none' : `no errors, ${plural(warnings, 'warning')}`}`,
		`To send         ${plural(snapshot.records, 'row')}, ${bytes(snapshot.bytes)}`,
		...(notSent.length === 0 ? [] : [cutTo(`Not sent        ${columnsText(notSent)}`, columns - 2)]),
		`New pages       ${countsText(plan, plan.created)}`,
		`There already   ${countsText(plan, plan.kept)}`,
		`Hidden          ${countsText(plan, plan.hidden)}`,
	];
	if (guardResult.kind === 'clear') {
		return {
			title,
			lines: [
				...facts,
				...drawHidden(plan, rows - frameRows - facts.length - 2, paint),
				'',
				'Nothing has been sent yet.',
			],
			keys: questionKeyLine(enabledBindings(previewKeys, undefined), columns, paint),
		};
	}

	const {number, what} = requiredNumber(preview);
	const question = [
		'',
		...guardResult.reasons
			.flatMap(reason => wrap(`${signs.warning} Safety stop: ${reason}.`, columns - 2))
			.map(line => paint('warning', line)),
		...wrap(
			`If that is meant, type how many ${what} (${count(number)}${sumCounts(plan.hidden) > 0 ? `: ${countsText(plan, plan.hidden)}` : ''}) and press ${keyOf(stoppedKeys, 'send')}:`,
			columns - 2,
		),
	];
	// The field is always seen: what is hidden by name gives way to it.
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

/** What hidden means, and the first of the resources that it is said of, in at most `room` lines. */
function drawHidden(plan: Plan, room: number, paint: Paint): readonly string[] {
	if (sumCounts(plan.hidden) === 0) return [];
	const lines = ['archived: in the catalog, not in the file'];
	const entities = comparedEntities(plan);
	for (const [at, entity] of entities.entries()) {
		const names = samplesOf(plan, entity).map(name => visible(sampleText(entity, name)));
		// Each type has its share of the room, the last one all that is left.
		const share = Math.floor((room - lines.length) / (entities.length - at));
		lines.push(...listWithin(names, countIn(plan.hidden, entity), share, entity));
	}

	return lines.slice(0, Math.max(0, room)).map(line => paint('dim', `${indent}${line}`));
}

/** Returns the names as far as there is room, and how many others there are. */
function listWithin(
	names: readonly string[],
	all: number,
	room: number,
	{singular, plural: many}: EntityType,
): readonly string[] {
	if (room <= 0) return [];
	const shown = names.slice(0, all <= room ? room : room - 1);
	const others = all - shown.length;
	return others > 0 ? [...shown, `and ${plural(others, `other ${singular}`, `other ${many}`)}`] : shown;
}

export function drawSending(state: Of<'sending'>, columns: number, paint: Paint): TitledFrame {
	const {sent, total, since, now, waiting, cancelling} = state;
	const seconds = Math.max(0.001, (now - since) / 1000);
	const rate = sent / seconds;
	const left = rate === 0 ? '' : `, ${duration(((total - sent) / rate) * 1000)} left`;
	const done = sent >= total && total > 0;
	return {
		title: `Upload: to ${target(state.preview)}`,
		lines: [
			bar(sent, total, columns - 2, paint),
			`${percent(sent, total)}   ${bytes(sent)} of ${bytes(total)}${done ? '' : `   ${bytes(Math.round(rate))}/s${left}`}`,
			'',
			...wrap(
				waiting ?? (cancelling ? 'Cancelling' : done ? 'The whole file is on its way; waiting for the answer.' : ''),
				columns - 2,
			),
		],
		keys: questionKeyLine(enabledBindings(sendingKeys, undefined), columns, paint),
	};
}

/** What comes after an upload. */
export type ResultContext = {readonly unsaved: boolean; readonly backTo: string};

export function drawEnded(
	{ending, preview}: Of<'ended'>,
	{unsaved, backTo}: ResultContext,
	columns: number,
	paint: Paint,
): TitledFrame {
	const [look, sign] = outcomeStyle(ending.outcome);
	return {
		title: preview === undefined ? 'Upload' : `Result: ${target(preview)}`,
		lines: [
			...wrap(`${sign} ${visible(ending.message)}`, columns - 2).map(line => paint(look, line)),
			'',
			...wrap(`Catalog  ${visible(ending.catalog)}`, columns - 2),
			...wrap(`Next     ${visible(ending.next)}`, columns - 2),
			...(ending.link === undefined ? [] : linkLines(ending.link, columns)),
			...(unsaved && ending.sent !== null
				? ['', ...wrap(notInAFile, columns - 2).map(line => paint('warning', line))]
				: []),
			// Half of it would be of no use; the history has it whole.
			...(ending.sent === null || columns < shaWidth ? [] : ['', paint('dim', `SHA-256  ${ending.sent.sha256}`)]),
		],
		keys: questionKeyLine(enabledBindings(endedKeys, {backTo}), columns, paint),
	};
}

function target({integration, host}: Preview): string {
	return `${visible(integration.name)} at ${visible(host)}`;
}

/** Where the syncs are seen. The address stands alone, and whole: it is there to be copied. */
export function linkLines(link: string, columns: number): readonly string[] {
	return ['Sync page:', ...wrap(visible(link), columns - 1)];
}

/** A bar of exactly `cells`. */
export function bar(part: number, whole: number, cells: number, paint: Paint): string {
	const full = whole === 0 ? 0 : Math.min(cells, Math.floor((part / whole) * cells));
	return paint('good', signs.barFull.repeat(full)) + paint('dim', signs.barEmpty.repeat(Math.max(0, cells - full)));
}
