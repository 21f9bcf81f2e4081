import type {Preview} from '../../../job/events.ts';
import {differenceLines} from '../../../report/differences.ts';
import {wrap} from '../../../text/fit.ts';
import {visible} from '../../../text/visible.ts';
import type {TextFrame} from '../../frame.ts';
import {questionKeyLine} from '../../key-line.ts';
import {enabledBindings, keyOf} from '../../keys.ts';
import {outcomeStyle} from '../../outcome-style.ts';
import {valueText} from '../../signs-in-values.ts';
import {type Paint, signs} from '../../theme.ts';
import {browseKeys} from '../review/keys.ts';
import {endedKeys, preparingKeys, sendingKeys} from './keys.ts';
import {endedContext, type JobState} from './state.ts';
import {preparingTexts, resultTexts, sendingTexts, syncTexts, targetTexts} from './texts.ts';

/** A screen of the upload below its title. */
export type TitledFrame = TextFrame & {readonly title: string};

const unsavedText = `${signs.warning} ${resultTexts.unsaved(keyOf(browseKeys, 'save'))}`;
/** Columns from which on a SHA-256 fits into a line. */
const shaWidth = 76;

type Of<Name extends JobState['name']> = Extract<JobState, {name: Name}>;

export function drawPreparing({note}: Of<'preparing'>, columns: number, paint: Paint): TitledFrame {
	return {
		title: preparingTexts.title,
		lines: [visible(note), '', paint('dim', preparingTexts.nothingSent)],
		keys: questionKeyLine(enabledBindings(preparingKeys, undefined), columns, paint),
	};
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
	state: Of<'ended'>,
	{unsaved, backTo}: ResultContext,
	columns: number,
	paint: Paint,
): TitledFrame {
	const {ending, preview} = state;
	const [look, sign] = outcomeStyle(ending.outcome);
	return {
		title: preview === undefined ? resultTexts.untitled : resultTexts.title(target(preview)),
		lines: [
			...wrap(`${sign} ${visible(ending.message)}`, columns - 2).map(line => paint(look, line)),
			'',
			...wrap(resultTexts.catalog(visible(ending.catalog)), columns - 2),
			...wrap(resultTexts.next(visible(ending.next)), columns - 2),
			...(ending.undo === undefined ? [] : wrap(resultTexts.undo(visible(ending.undo)), columns - 2)),
			...(ending.link === undefined ? [] : linkLines(ending.link, columns)),
			...differenceLines(ending.differences).flatMap(line => wrap(visible(line), columns - 2)),
			...(unsaved && ending.sent !== null
				? ['', ...wrap(unsavedText, columns - 2).map(line => paint('warning', line))]
				: []),
			// A cut digest would be of no use; the history shows it in full.
			...(ending.sent === null || columns < shaWidth ? [] : ['', paint('dim', resultTexts.sha256(ending.sent.sha256))]),
		],
		keys: questionKeyLine(enabledBindings(endedKeys, endedContext(state, backTo)), columns, paint, ['plan']),
	};
}

function target({integration, host}: Preview): string {
	return targetTexts.target(valueText(integration.name), valueText(host));
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
