import {basename} from 'node:path';
import {cutTo, fit, wrap} from '../../../text/fit.ts';
import {ago} from '../../../text/format.ts';
import {visible} from '../../../text/visible.ts';
import {width} from '../../../text/width.ts';
import {drawHelp} from '../../components/help/view.ts';
import {dividerLine} from '../../divider-line.ts';
import type {TextFrame} from '../../frame.ts';
import {keyLine, questionKeyLine} from '../../key-line.ts';
import {enabledBindings, keyOf} from '../../keys.ts';
import {outcomeStyle} from '../../outcome-style.ts';
import {valueText} from '../../signs-in-values.ts';
import type {Size} from '../../size.ts';
import {type Paint, signs} from '../../theme.ts';
import {homeHelp} from './help.ts';
import {type HomeKeyContext, homeKeys, rankedHomeKeys, removeKeys} from './keys.ts';
import type {HomeProfile, HomeState} from './state.ts';
import {homeTexts as texts, tokenStorageTexts} from './texts.ts';

/** Columns of a label and the gap after it. */
const labelWidth = 13;

/** Draws home: the profiles, and the details of the selected one. */
export function drawHome(state: HomeState, size: Size, now: number, paint: Paint): TextFrame {
	const {columns} = size;
	const {mode} = state;
	const title = ` ${paint('title', texts.program)}  ${paint('dim', texts.title)}`;
	const keyContext: HomeKeyContext = {profile: state.profiles[state.selected]};
	switch (mode.name) {
		case 'help': {
			const {lines, keys, cursor} = drawHelp(mode, homeHelp(size, keyContext), paint);
			const hint = state.hint === undefined ? '' : paint('strong', ` ${cutTo(state.hint, columns - 2)}`);
			return {lines: [title, hint, ...lines], keys, cursor: cursor && {x: cursor.x, y: cursor.y + 2}};
		}

		case 'remove': {
			const keys = questionKeyLine(enabledBindings(removeKeys, undefined), columns, paint);
			return {lines: [title, '', ...drawPage(state, size, now, paint)], keys};
		}

		case 'browse': {
			const keys = keyLine(enabledBindings(homeKeys, keyContext), columns, paint, rankedHomeKeys);
			return {lines: [title, '', ...drawPage(state, size, now, paint)], keys};
		}
	}
}

/** Draws the page under the title: the profiles, the details of the selected one, a notice. */
function drawPage(state: HomeState, size: Size, now: number, paint: Paint): readonly string[] {
	const {columns, rows} = size;
	const notice = [state.notice, state.hint].flatMap(text =>
		text === undefined ? [] : wrap(visible(text), columns - 2, rows >= 16 ? 3 : 2),
	);
	// At least two profiles stay visible above the details.
	const details = drawDetails(state, size, now, paint).slice(0, Math.max(0, rows - 5 - notice.length));
	const room = Math.max(1, rows - 3 - details.length - notice.length);
	const list =
		state.profiles.length === 0
			? wrap(texts.noProfile(keyOf(homeKeys, 'new'), keyOf(homeKeys, 'open')), columns - 2).map(line => ` ${line}`)
			: drawProfiles(state, room, columns, now, paint);
	const gap = Array.from({length: Math.max(0, room - list.length)}, () => '');
	return [...list, ...gap, ...details, ...notice.map(line => paint('strong', ` ${line}`))];
}

function drawProfiles(
	{profiles, selected}: HomeState,
	room: number,
	columns: number,
	now: number,
	paint: Paint,
): readonly string[] {
	const top = Math.max(0, Math.min(selected - Math.floor(room / 2), profiles.length - room));
	const widest = (text: (profile: HomeProfile) => string, most: number) =>
		Math.min(most, Math.max(...profiles.map(profile => width(text(profile)))));
	const roomy = columns >= 80;
	const names = widest(({name}) => name, Math.floor(columns * (roomy ? 0.25 : 0.4)));
	const files = widest(fileName, Math.floor(columns * 0.25));
	// A narrow window shows the integration of the selected profile only.
	const integrations = roomy ? widest(({integration}) => valueText(integration), Math.floor(columns * 0.25)) : 0;
	return profiles.slice(top, top + room).map((profile, at) => {
		const isSelected = top + at === selected;
		const name = fit(profile.name, names);
		const facts = `  ${fit(fileName(profile), files)}  ${roomy ? `${fit(valueText(profile.integration), integrations)}  ` : ''}`;
		const left = columns - names - width(facts) - 3;
		return ` ${isSelected ? signs.pointer : ' '} ${isSelected ? paint('strong', name) : name}${paint('dim', facts)}${lastRun(profile, left, now, paint)}`;
	});
}

function fileName({file}: HomeProfile): string {
	return file === undefined ? texts.noFile : valueText(basename(file));
}

/** Returns the files of a profile: the path of the first, the name of the second. */
function filesText({file, secondFile}: HomeProfile): string {
	if (file === undefined) return texts.fileMissing(keyOf(homeKeys, 'edit'));
	return secondFile === undefined ? file : texts.twoFiles(file, basename(secondFile));
}

function lastRun({lastRun: run}: HomeProfile, cells: number, now: number, paint: Paint): string {
	if (run === undefined) return paint('dim', cutTo(`${signs.never} ${texts.neverRun}`, cells));
	const [look, sign] = outcomeStyle(run.outcome);
	return paint(look, cutTo(`${sign} ${visible(run.outcome)}, ${ago(run.at, now)}`, cells));
}

/** Draws the details of the selected profile, or the question whether to remove it. */
function drawDetails(
	{profiles, selected, mode}: HomeState,
	{columns, rows}: Size,
	now: number,
	paint: Paint,
): readonly string[] {
	const profile = profiles[selected];
	if (profile === undefined) return [];
	const head = paint(mode.name === 'remove' ? 'warning' : 'dim', dividerLine(profile.name, columns));
	if (mode.name === 'remove') {
		const question = texts.removeQuestion(profile.name, profile.token === 'nowhere' ? 'not stored' : 'stored');
		return [head, ...wrap(question, columns - 2).map(line => ` ${line}`)];
	}

	const run = profile.lastRun;
	const facts = [
		[texts.workspace, profile.host],
		[texts.integration, profile.integration],
		[texts.file, filesText(profile)],
		...(rows >= 18 ? [[texts.token, tokenStorageTexts[profile.token]] as const] : []),
	].map(([label = '', value = '']) => ` ${cutTo(`${fit(label, labelWidth)}${valueText(value)}`, columns - 2)}`);
	const last =
		run === undefined
			? []
			: wrap(`${ago(run.at, now)}: ${visible(run.message)}`, columns - 15, rows >= 24 ? 3 : rows >= 20 ? 2 : 1);
	return [head, ...facts, ...last.map((line, at) => ` ${fit(at === 0 ? texts.lastRun : '', labelWidth)}${line}`)];
}
