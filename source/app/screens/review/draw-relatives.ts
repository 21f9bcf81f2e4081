import {UserError} from '../../../errors/user-error.ts';
import type {Relatives, TypeCount} from '../../../kinds/relatives.ts';
import {cutTo} from '../../../text/fit.ts';
import {width} from '../../../text/width.ts';
import type {Size} from '../../size.ts';
import type {Paint} from '../../theme.ts';
import {nearestOf, relativeText} from './relative-text.ts';
import type {ReviewContext} from './state.ts';
import {relativeTexts as texts} from './texts.ts';
import {tryRead} from './try-read.ts';

type PathOrList<Shape extends Relatives['shape']> = Extract<Relatives, {shape: Shape}>;

/** The most terminal cells of a name beside others, with its facts. */
const longestOfSeveral = 40;

/** The space between two relations in one line. */
const gap = '  ';

/** Draws the relatives of a row, most important first: a line for each relation, or one line for all of them where there is no room. */
export function drawRelatives(row: number, context: ReviewContext, size: Size, paint: Paint): readonly string[] {
	// Until every row is known, relatives can be in rows to come.
	if (size.rows <= 0 || !context.session.isChecked) return [];
	const lines = tryRead(() => linesOf(context.session.relativesOf(row), context, size, paint));
	return lines instanceof UserError ? [paint('dim', ` ${texts.unreadable}`)] : lines;
}

function linesOf(all: readonly Relatives[], context: ReviewContext, size: Size, paint: Paint): readonly string[] {
	if (all.length > size.rows) return [inOneLine(all, context, size.columns, paint)];
	const label = Math.max(...all.map(relatives => width(relatives.label)));
	return all.map(relatives => {
		const body = bodyOf(relatives, context, size.columns - label - 3);
		return ` ${paint('dim', relatives.label.padEnd(label))} ${body}`;
	});
}

function inOneLine(all: readonly Relatives[], context: ReviewContext, columns: number, paint: Paint): string {
	let line = '';
	let room = columns - 1;
	for (const [at, relatives] of all.entries()) {
		const before = at === 0 ? ' ' : gap;
		const share = Math.floor(room / (all.length - at));
		const body = bodyOf(relatives, context, share - before.length - width(relatives.label) - 1);
		line += `${before}${paint('dim', relatives.label)} ${body}`;
		room -= before.length + width(relatives.label) + 1 + width(body);
	}

	return line;
}

function bodyOf(relatives: Relatives, context: ReviewContext, cells: number): string {
	switch (relatives.shape) {
		case 'path':
			return cutTo(pathText(relatives, context, cells), cells);
		case 'list':
			return cutTo(listText(relatives, context, cells), cells);
	}
}

/** Returns a path with as many of its last relatives as fit. */
function pathText(path: PathOrList<'path'>, context: ReviewContext, cells: number): string {
	const before = path.start === 'cycle' ? texts.cycle : '';
	const others = path.relatives
		.slice(0, -1)
		.map(relative => relativeText(relative, context, {cells: longestOfSeveral}));
	const nearest = nearestOf(path);
	for (let from = 0; from <= others.length; from++) {
		const isCut = from > 0 || path.start === 'cut';
		const start = `${before}${[...(isCut ? [texts.cut] : []), ...others.slice(from)].map(text => `${text}${texts.next}`).join('')}`;
		const text = `${start}${relativeText(nearest, context)}`;
		if (width(text) <= cells) return text;
		if (from === others.length) return `${start}${relativeText(nearest, context, {cells: cells - width(start)})}`;
	}

	return '';
}

/** Returns the numbers of relatives and as many of the first ones as fit. */
function listText(list: PathOrList<'list'>, context: ReviewContext, cells: number): string {
	const {relatives, counts, counted} = list;
	const all = counts.reduce((sum, {count}) => sum + count, 0);
	const names = relatives.map(relative =>
		relativeText(relative, context, {cells: longestOfSeveral, ...(counts.length === 1 ? {type: ''} : {})}),
	);
	const start = `${counts.map(number => countText(number, counted)).join(', ')}: `;
	for (let named = names.length; named > 0; named--) {
		const more = named < all || counted === 'least' ? [texts.cut] : [];
		const text = start + [...names.slice(0, named), ...more].join(', ');
		if (width(text) <= cells) return text;
	}

	return `${start}${names[0] ?? ''}`;
}

function countText({count, singular, plural}: TypeCount, counted: PathOrList<'list'>['counted']): string {
	return texts.number(count, count === 1 && counted === 'all' ? singular : plural, counted);
}
