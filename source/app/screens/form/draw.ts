import {cutTo, fit, wrap} from '../../../text/fit.ts';
import {visible} from '../../../text/visible.ts';
import {width} from '../../../text/width.ts';
import {drawDocument} from '../../components/document/view.ts';
import {drawLine} from '../../components/line-editor/view.ts';
import type {ListItem} from '../../components/list/state.ts';
import {drawList} from '../../components/list/view.ts';
import {isItemSelected, type PathState} from '../../components/path-field/state.ts';
import {dividerLine} from '../../divider-line.ts';
import type {TextFrame} from '../../frame.ts';
import {keyLine} from '../../key-line.ts';
import {valueText} from '../../signs-in-values.ts';
import type {Size} from '../../size.ts';
import {type Paint, signs} from '../../theme.ts';
import {pageBindings} from './keys.ts';
import {documentArea} from './layout.ts';
import type {FormPage} from './page.ts';
import type {FieldInput, FormState} from './state.ts';

const labelWidth = 14;

/** Draws a form: earlier answers, the question, its field, an error, the keys. */
export function drawForm(state: FormState, size: Size, paint: Paint): TextFrame {
	const {page, input} = state;
	const {columns, rows} = size;
	const keys = keyLine(pageBindings(input, page.keys ?? [], page), columns, paint);
	if (input.kind === 'document') {
		const shown = drawDocument(input.document, documentArea(size), paint);
		return {lines: [drawTitle(page, paint), drawPrompt(page, columns, paint), ...shown.map(line => ` ${line}`)], keys};
	}

	const wholeAbout = (page.lines ?? []).flatMap(line => aboutLines(line, columns - 2));
	const error =
		page.error === undefined
			? []
			: wrap(`${signs.error} ${visible(page.error)}`, columns - 2, Math.max(2, Math.floor(rows / 5)));
	// Field and error are always visible. The rest of the room goes to the explanation, a larger field, and earlier answers.
	const preferred = preferredRows(input);
	const least = Math.min(preferred, input.kind === 'path' && input.path.item !== undefined ? 4 : 3);
	const room = rows - 3 - error.length - least;
	const about = wholeAbout.slice(0, Math.max(0, room));
	const gap = about.length > 0 && rows >= 20 ? [''] : [];
	const answered = drawAnswered(state, room - about.length - gap.length - (preferred - least) - 1, columns, paint);
	const head = [
		drawTitle(page, paint),
		...answered,
		...(room > about.length + answered.length ? [''] : []),
		drawPrompt(page, columns, paint),
		...about.map(line => ` ${line}`),
		...gap,
	];
	const field = drawInput(input, {columns, rows: rows - 1 - head.length - error.length}, paint);
	return {
		lines: [...head, ...field.lines, ...error.map(line => paint('error', ` ${line}`))],
		keys,
		cursor: field.cursor && {x: field.cursor.x, y: head.length + field.cursor.y},
	};
}

function drawTitle({title}: FormPage, paint: Paint): string {
	return ` ${paint('title', title)}`;
}

function drawPrompt({prompt}: FormPage, columns: number, paint: Paint): string {
	return paint('title', dividerLine(visible(prompt), columns));
}

/** Wraps a line under the prompt. An indented line is a command or an address: it stays on one line if it fits, if need be without the indent. */
function aboutLines(line: string, columns: number): readonly string[] {
	const shown = visible(line);
	if (shown === '' || width(shown) <= columns) return [shown];
	const text = shown.trimStart();
	if (width(text) <= columns) return [text];
	const indent = shown.slice(0, shown.length - text.length);
	return wrap(text, columns - indent.length).map(part => indent + part);
}

/** Returns the rows that a field needs to be shown in full. */
function preferredRows(input: FieldInput): number {
	switch (input.kind) {
		case 'choice':
		case 'several':
			return Math.min(input.list.items.length + 1, 8);
		case 'path':
			return input.path.item === undefined ? 6 : 7;
		case 'text':
			return 1;
		case 'wait':
		case 'keys':
			return 0;
	}
}

/** Draws the last answers that fit. */
function drawAnswered({page}: FormState, room: number, columns: number, paint: Paint): readonly string[] {
	const {answered} = page;
	if (room < 1) return [];
	const shown = answered.length <= room ? answered : answered.slice(answered.length - (room - 1));
	const hidden = answered.length - shown.length;
	return [
		...(hidden === 0 ? [] : [paint('dim', `   ${hidden} more above`)]),
		...shown.map(
			([label, value]) =>
				` ${paint('good', signs.good)} ${paint('dim', fit(label, labelWidth))} ${cutTo(valueText(value), columns - labelWidth - 5)}`,
		),
	];
}

/** A drawn field; its cursor is relative to its first line. */
type FieldView = Omit<TextFrame, 'keys'>;

function drawInput(input: FieldInput, {columns, rows}: Size, paint: Paint): FieldView {
	switch (input.kind) {
		case 'choice': {
			const list = (room: number) => drawList(input.list, {rows: room, columns}, paint);
			if (!input.search) return {lines: list(rows)};
			const label = ' Search  ';
			const {text, cursorAt} = drawLine(input.list.query, columns - label.length - 2);
			return {lines: [`${paint('dim', label)}${text}`, ...list(rows - 1)], cursor: {x: label.length + cursorAt, y: 0}};
		}

		case 'several':
			return {
				lines: drawList(
					input.list,
					{rows, columns, mark: ({id}) => (input.chosen.has(id) ? `[${signs.chosen}] ` : '[ ] ')},
					paint,
				),
			};
		case 'text': {
			const {text, cursorAt} = drawLine(input.line, columns - 4, input.masked ? signs.masked : undefined);
			return {lines: [` ${signs.prompt} ${text}`], cursor: {x: 3 + cursorAt, y: 0}};
		}

		case 'path': {
			const {text, cursorAt} = drawLine(input.path.line, columns - 4);
			const gap = rows > 5 ? [''] : [];
			const below = drawSuggestions(input.path, {rows: rows - 1 - gap.length, columns}, paint);
			return {lines: [` ${signs.prompt} ${text}`, ...gap, ...below], cursor: {x: 3 + cursorAt, y: 0}};
		}

		case 'wait':
		case 'keys':
			return {lines: []};
	}
}

/** Draws the candidates of a path, and always the item below them. */
function drawSuggestions(path: PathState, {columns, rows}: Size, paint: Paint): readonly string[] {
	const {line, candidates, item, selected} = path;
	const list = (items: readonly ListItem[], at: number, room: number) =>
		items.length === 0
			? []
			: drawList({items, query: line, shown: items, selected: at}, {rows: Math.max(1, room), columns}, paint);
	const below = item === undefined ? [] : list([item], isItemSelected(path) ? 0 : -1, 1);
	const paths = candidates.map(candidate => ({id: candidate, label: candidate}));
	return [...list(paths, isItemSelected(path) ? -1 : selected, rows - below.length), ...below];
}
