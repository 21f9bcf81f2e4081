import {UserError} from '../../errors/user-error.ts';
import type {Excerpt, JsonTextError, JsonTextFault} from '../../records/jsonl/json-text-error.ts';
import {cutTo, graphemes} from '../../text/fit.ts';
import {visible} from '../../text/visible.ts';
import {width} from '../../text/width.ts';
import {describeFault, hintOfFault} from './texts.ts';

type JsonInputCode = 'json-error' | 'not-an-object' | 'empty-file';

/** JSON text that cannot be converted, with the lines that show the place. */
export class JsonInputError extends UserError<JsonInputCode> {
	/** The line of the fault with a caret under it, each with a line end. */
	readonly excerpt: string;

	constructor(path: string, {fault, place: {line, column}, excerpt}: JsonTextError) {
		super(codeOf(fault), `${path}, line ${line}, column ${column}: ${describeFault(fault)}.`, hintOfFault(fault));
		this.excerpt = fault.kind === 'no-objects' ? '' : showExcerpt(line, excerpt);
	}
}

function codeOf({kind}: JsonTextFault): JsonInputCode {
	if (kind === 'not-an-object') return kind;
	return kind === 'no-objects' ? 'empty-file' : 'json-error';
}

/** Cells on each side of the caret. */
const sideCells = 40;

function showExcerpt(line: number, {before, after, isCut}: Excerpt): string {
	const margin = String(line);
	const all = graphemes(visible(before));
	let from = all.length;
	for (let cells = 0; from > 0; from--) {
		cells += width(all[from - 1] ?? '');
		if (cells > sideCells) break;
	}

	const shown = `${isCut || from > 0 ? '…' : ''}${all.slice(from).join('')}`;
	return [
		`${margin} | ${shown}${cutTo(visible(after), sideCells)}`,
		`${' '.repeat(margin.length)} | ${' '.repeat(width(shown))}^`,
		'',
	].join('\n');
}
