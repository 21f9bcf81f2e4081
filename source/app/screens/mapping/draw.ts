import {missingFields, unsentColumns} from '../../../mapping/draft/draft.ts';
import {columnLabel} from '../../../mapping/draft/sample-values.ts';
import {acceptAll, countSuggestions} from '../../../mapping/draft/suggestions.ts';
import {encodingNames} from '../../../records/source/encoding.ts';
import {cutTo, wrap} from '../../../text/fit.ts';
import {width} from '../../../text/width.ts';
import {drawHelp} from '../../components/help/view.ts';
import {drawLine} from '../../components/line-editor/view.ts';
import type {ListState} from '../../components/list/state.ts';
import {drawList} from '../../components/list/view.ts';
import {dividerLine} from '../../divider-line.ts';
import type {TextFrame} from '../../frame.ts';
import {keyLine} from '../../key-line.ts';
import {enabledBindings} from '../../keys.ts';
import {valueText} from '../../signs-in-values.ts';
import type {Size} from '../../size.ts';
import {type Paint, signs} from '../../theme.ts';
import {drawDetails} from './draw-details.ts';
import {drawItems} from './draw-items.ts';
import {mappingHelp} from './help.ts';
import {columnsKeys, constantKeys, fieldsKeys, rankedFieldsKeys} from './keys.ts';
import {mappingHeights} from './layout.ts';
import type {MappingContext, MappingMode, MappingState} from './state.ts';
import {mappingTexts as texts} from './texts.ts';

type Mode<Name extends MappingMode['name']> = Extract<MappingMode, {name: Name}>;

/** Columns from which on the title has room for facts about the file. */
const roomy = 60;

/** The most lines of a notice. */
const longestNotice = 2;

/** Draws the mapping: fields with their columns, details of the selected line, what is not sent, the count, a notice. */
export function drawMapping(state: MappingState, context: MappingContext, size: Size, paint: Paint): TextFrame {
	const title = drawTitle(state, context, size, paint);
	const {mode} = state;
	switch (mode.name) {
		case 'fields':
			return drawFields(state, context, size, paint);
		case 'constant':
			return drawConstant(state, mode, context, size, paint);
		case 'columns':
			return drawSearch(title, texts.chooseColumn(mode.field), mode.list, size, paint);
		case 'header':
			return drawSearch(title, texts.chooseHeader, mode.list, size, paint);
		case 'help': {
			const {lines, keys, cursor} = drawHelp(mode.help, mappingHelp(size), paint);
			const hint = paint('strong', cutTo(` ${state.notice ?? ''}`, size.columns - 1));
			return {lines: [title, hint, ...lines], keys, cursor: cursor && {x: cursor.x, y: cursor.y + 2}};
		}
	}
}

function drawTitle({sample}: MappingState, {file}: MappingContext, {columns}: Size, paint: Paint): string {
	const {encoding, delimiter} = sample;
	const separators = texts.separators[delimiter];
	const facts = [
		...(encoding === undefined || encoding === 'utf-8' ? [] : [encodingNames[encoding]]),
		...(separators === undefined ? [] : [texts.separated(separators)]),
	]
		.filter(() => columns >= roomy)
		.join(', ');
	const name = valueText(file);
	return ` ${paint('title', cutTo(texts.title(name), columns - width(facts) - 4))}  ${paint('dim', facts)}`.trimEnd();
}

function drawFields(state: MappingState, context: MappingContext, size: Size, paint: Paint): TextFrame {
	const notice =
		state.notice === undefined ? [''] : wrap(state.notice, size.columns - 2, longestNotice).map(line => ` ${line}`);
	const details = drawDetails(state, size, paint);
	// A notice of several lines takes the last lines of the details.
	const below = details.slice(0, details.length + 1 - notice.length);
	return {
		lines: [
			...drawTop(state, context, size, paint),
			...below,
			...drawSums(state, size, paint),
			...notice.map(line => paint('strong', line)),
		],
		keys: keyLine(enabledBindings(fieldsKeys, {state, context}), size.columns, paint, rankedFieldsKeys),
	};
}

function drawTop(state: MappingState, context: MappingContext, size: Size, paint: Paint): readonly string[] {
	return [drawTitle(state, context, size, paint), ...drawItems(state, size, paint)];
}

/** Draws which columns are not sent, and the count. */
function drawSums(state: MappingState, size: Size, paint: Paint): readonly string[] {
	const {sample} = state;
	const {unsent: room, rest} = mappingHeights(state, size);
	const {draft} = acceptAll(state, sample);
	const labels = unsentColumns(draft, sample).map(column => valueText(columnLabel(sample, column)));
	const unsent = unsentLines(labels, size.columns - 2, room);
	return [
		...Array.from({length: room}, (_, at) => paint('dim', ` ${unsent[at] ?? ''}`)),
		` ${cutTo(countText(state, size.columns - 2), size.columns - 2)}`,
		...Array.from({length: rest}, () => ''),
	];
}

/** Returns which columns are not sent; with their number if there is no room for all. */
function unsentLines(labels: readonly string[], columns: number, room: number): readonly string[] {
	if (labels.length === 0) return [texts.everythingSent];
	const all = wrap(texts.unsent(labels), columns, room + 1);
	return labels.length === 1 || all.length <= room ? all.slice(0, room) : wrap(texts.unsentOf(labels), columns, room);
}

function countText(state: MappingState, room: number): string {
	const {count} = state;
	switch (count.kind) {
		case 'waiting':
			return texts.waiting(count.field);
		case 'counting':
			return texts.counting(count.part);
		case 'counted': {
			const text = texts.counted(count.counted);
			return conditionOf(text, state).find(line => width(line) <= room) ?? text;
		}

		case 'failed':
			return texts.notCounted(valueText(count.message));
	}
}

/** Returns a count with what it expects of the user, the most exact text first. Fields that have no value yet are counted as if they had one. */
function conditionOf(counted: string, state: MappingState): readonly string[] {
	const missing = missingFields(acceptAll(state, state.sample).draft);
	const isProposed = countSuggestions(state) > 0;
	if (missing.length === 0) return [isProposed ? texts.ifAccepted(counted) : counted];
	const values = texts.missingValues(missing);
	if (!isProposed) return values.map(named => texts.onceGiven(counted, named, missing.length));
	return [...values.map(named => texts.ifAcceptedAndGiven(counted, named)), texts.ifAccepted(counted)];
}

/** Draws the line in which a value is typed, in place of the details. */
function drawConstant(
	state: MappingState,
	{field, line, error}: Mode<'constant'>,
	context: MappingContext,
	size: Size,
	paint: Paint,
): TextFrame {
	const top = drawTop(state, context, size, paint);
	const {details: room} = mappingHeights(state, size);
	const {text, cursorAt} = drawLine(line, size.columns - 4);
	const isPath = field === 'database' || field === 'schema';
	const about = [texts.aboutValue, ...(isPath ? [texts.aboutPath] : [])].map(text => cutTo(text, size.columns - 2));
	const lines = [` ${signs.prompt} ${text}`, ...about.map(each => ` ${each}`)];
	const filled = Array.from({length: room}, (_, at) => lines[at] ?? '');
	const notice =
		error === undefined
			? cutTo(` ${state.notice ?? ''}`, size.columns - 1)
			: paint('error', cutTo(` ${signs.error} ${error}`, size.columns - 1));
	return {
		lines: [
			...top,
			paint('title', dividerLine(texts.typeValue(field), size.columns)),
			...filled,
			...drawSums(state, size, paint),
			notice,
		],
		keys: keyLine(enabledBindings(constantKeys, undefined), size.columns, paint),
		cursor: {x: 3 + cursorAt, y: top.length + 1},
	};
}

/** Draws a list with a search. */
function drawSearch(title: string, prompt: string, list: ListState, {columns, rows}: Size, paint: Paint): TextFrame {
	const label = ` ${texts.search}  `;
	const {text, cursorAt} = drawLine(list.query, columns - label.length - 2);
	return {
		lines: [
			title,
			paint('title', dividerLine(prompt, columns)),
			`${paint('dim', label)}${text}`,
			...drawList(list, {rows: rows - 4, columns}, paint),
		],
		keys: keyLine(enabledBindings(columnsKeys, undefined), columns, paint),
		cursor: {x: label.length + cursorAt, y: 2},
	};
}
