import type {Preview} from '../../../job/events.ts';
import {countsText} from '../../../report/plan.ts';
import {wrap} from '../../../text/fit.ts';
import {bytes, count, duration, percent, plural} from '../../../text/format.ts';
import {visible} from '../../../text/visible.ts';
import {drawLine} from '../../components/line-editor/view.ts';
import {type Paint, signs} from '../../theme.ts';
import {type JobState, numberToType} from './state.ts';

/** What a screen of the upload shows: its title, its lines, and its keys. */
export type Drawn = {
	readonly title: string;
	readonly lines: readonly string[];
	readonly keys: string;
	/** Where typed text goes, from the first of the lines. */
	readonly cursor?: {readonly x: number; readonly y: number};
};

type Of<Name extends JobState['name']> = Extract<JobState, {name: Name}>;

export function drawPreparing({note}: Of<'preparing'>, paint: Paint): Drawn {
	return {
		title: 'Preview',
		lines: [`${visible(note)} …`, '', paint('dim', 'Nothing has been sent.')],
		keys: keyText(paint, ['Esc', 'back']),
	};
}

export function drawPreview({preview, typed, error}: Of<'preview'>, columns: number, paint: Paint): Drawn {
	const {plan, snapshot, verdict} = preview;
	const facts = [
		`To send         ${plural(snapshot.records, 'row')}, ${bytes(snapshot.bytes)}`,
		`New pages       ${countsText(plan.created)}`,
		`There already   ${countsText(plan.kept)}`,
		`Hidden          ${countsText(plan.hidden)} (archived: in the catalog, not in the file)`,
	];
	const hidden = plan.hiddenSamples
		.slice(0, 4)
		.map(({database, schema, table, column}) =>
			paint('dim', `                ${visible([database, schema, table, column].join('.'))}`),
		);
	const title = `Preview: to ${target(preview)}`;
	if (verdict.kind === 'clear') {
		return {
			title,
			lines: [...facts, ...hidden, '', 'Nothing has been sent yet.'],
			keys: keyText(paint, ['s', 'send'], ['Esc', 'back']),
		};
	}

	const reasons = verdict.reasons.flatMap(reason =>
		wrap(`${signs.warning} Stopped for safety: ${reason}.`, columns - 2),
	);
	const {number, what} = numberToType(preview);
	const before = [
		...facts,
		...hidden,
		'',
		...reasons.map(line => paint('warning', line)),
		...wrap(`If that is meant, type how many ${what} (${count(number)}) and press Enter:`, columns - 2),
	];
	const {text, cursorAt} = drawLine(typed, 12);
	return {
		title,
		lines: [...before, `${signs.prompt} ${text}`, paint('error', error ?? '')],
		cursor: {x: 2 + cursorAt, y: before.length},
		keys: keyText(paint, ['Enter', 'send'], ['Esc', 'back, nothing is sent']),
	};
}

export function drawSending(state: Of<'sending'>, columns: number, paint: Paint): Drawn {
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
			waiting ?? (cancelling ? 'Cancelling …' : done ? 'The whole file is on its way; waiting for the answer.' : ''),
		],
		keys: keyText(paint, ['Esc', 'cancel']),
	};
}

export function drawSyncing(state: Of<'syncing'>, columns: number, paint: Paint): Drawn {
	const {counts, taken, since, now, stillShown, cancelling, preview} = state;
	const expected = counts?.expected ?? preview.plan.file.tables + preview.plan.file.columns;
	const found = counts?.found ?? 0;
	const mark = (ok: boolean) => (ok ? paint('good', signs.good) : '…');
	return {
		title: `Sync: ${target(preview)}`,
		lines: [
			`${paint('good', signs.good)} sent: ${plural(preview.snapshot.records, 'row')}, ${bytes(preview.snapshot.bytes)}`,
			taken
				? `${paint('good', signs.good)} taken by the catalog`
				: `${paint('warning', signs.warning)} no clear answer: looking whether it was taken`,
			`${mark(counts !== undefined && counts.missing === 0)} found ${count(found)} of ${count(expected)} tables and columns`,
			...(preview.plan.hidden.columns + preview.plan.hidden.tables > 0
				? [`${mark(stillShown === 0)} to be hidden, still shown: ${count(stillShown)}`]
				: []),
			'',
			bar(found, expected, columns - 2, paint),
			`${duration(now - since)} since the answer`,
			'',
			`Syncs  ${visible(preview.link)}`,
			cancelling ? 'Stopping to wait …' : '',
		],
		keys: keyText(paint, ['Esc', 'stop waiting; what was sent stays sent']),
	};
}

export function drawEnded({ending, preview}: Of<'ended'>, unsaved: boolean, columns: number, paint: Paint): Drawn {
	const good = ending.outcome === 'confirmed' || ending.outcome === 'accepted';
	const [look, sign] = good ? (['good', signs.good] as const) : (['error', signs.error] as const);
	return {
		title: preview === undefined ? 'Upload' : `Result: ${target(preview)}`,
		lines: [
			...wrap(`${sign} ${visible(ending.message)}`, columns - 2).map(line => paint(look, line)),
			'',
			...wrap(`Catalog  ${visible(ending.catalog)}`, columns - 2),
			...wrap(`Next     ${visible(ending.next)}`, columns - 2),
			...(ending.link === undefined ? [] : [`Syncs    ${visible(ending.link)}`]),
			...(ending.sent === null ? [] : [paint('dim', `SHA-256  ${ending.sent.sha256}`)]),
			...(unsaved && ending.sent !== null
				? [
						'',
						paint(
							'warning',
							`${signs.warning} Your edits were sent, but no file holds them yet: go back and press Ctrl+S.`,
						),
					]
				: []),
		],
		keys: keyText(paint, ['Enter', 'back to the file'], ['q', 'quit']),
	};
}

function target({integration, host}: Preview): string {
	return `${visible(integration.name)} at ${visible(host)}`;
}

/** A bar of exactly `cells`. */
function bar(part: number, whole: number, cells: number, paint: Paint): string {
	const full = whole === 0 ? 0 : Math.min(cells, Math.floor((part / whole) * cells));
	return paint('good', signs.barFull.repeat(full)) + paint('dim', signs.barEmpty.repeat(Math.max(0, cells - full)));
}

function keyText(paint: Paint, ...pairs: ReadonlyArray<readonly [key: string, label: string]>): string {
	return pairs.map(([key, label]) => `${paint('key', key)} ${label}`).join('  ');
}
