import {escapePattern, isCaseSensitive} from './case-variants.ts';

/** The part of a row that a filter term tests. */
export type Operand =
	| {readonly kind: 'any-cell'}
	| {readonly kind: 'column'; readonly column: number}
	/** The codes of the row's problems. */
	| {readonly kind: 'problem'};

/** The test of a filter term. */
export type Comparison =
	| {readonly kind: 'contains' | 'equals'; readonly text: string}
	| {readonly kind: 'matches'; readonly pattern: RegExp};

/** One condition of a filter. */
export type FilterTerm = {readonly isNegated: boolean; readonly operand: Operand; readonly comparison: Comparison};

/** A row passes if it passes every term. */
export type RowFilter = readonly FilterTerm[];

/** The reason why a text is not a valid filter. */
export type FilterError =
	| {readonly kind: 'unknown-field'; readonly name: string; readonly known: readonly string[]}
	| {readonly kind: 'unknown-problem'; readonly name: string; readonly known: readonly string[]}
	| {readonly kind: 'invalid-pattern'; readonly pattern: string; readonly reason: string}
	| {readonly kind: 'open-quote'}
	| {readonly kind: 'empty-term'};

export type FilterResult =
	| {readonly kind: 'filter'; readonly filter: RowFilter}
	| {readonly kind: 'fault'; readonly fault: FilterError};

/** The names that a filter can use. */
export type FilterNames = {
	/** Returns the column (from 0) that a field or a header label names. */
	columnOf(name: string): number | undefined;
	/** The names to suggest. */
	readonly fields: readonly string[];
	readonly codes: readonly string[];
};

/** The name for problems in a filter; a column of that name takes precedence. */
const problemName = 'problem';

/** A term that passes for rows with any problem. */
export const hasProblem: FilterTerm = {
	isNegated: true,
	operand: {kind: 'problem'},
	comparison: {kind: 'equals', text: ''},
};

/** Returns a term that passes for a row with this text in any cell. */
export function anyCellContains(text: string): FilterTerm {
	return {isNegated: false, operand: {kind: 'any-cell'}, comparison: {kind: 'contains', text}};
}

/**
Parses a filter: terms separated by spaces, all of which must match. A term is a text that any cell contains, `field=value` or
`field~regex`. A leading `!` negates it. Quoted text may contain spaces, and two quotes for one.
*/
export function parseFilter(text: string, names: FilterNames): FilterResult {
	const filter: FilterTerm[] = [];
	for (let rest = text.trim(); rest !== ''; ) {
		const read = readTerm(rest, names);
		if ('fault' in read) return {kind: 'fault', fault: read.fault};
		filter.push(read.term);
		rest = read.rest.trimStart();
	}

	return {kind: 'filter', filter};
}

type ReadTerm = {readonly term: FilterTerm; readonly rest: string} | {readonly fault: FilterError};

function readTerm(text: string, names: FilterNames): ReadTerm {
	const isNegated = text.startsWith('!');
	const body = isNegated ? text.slice(1) : text;
	if (body === '' || /^\s/.test(body)) return {fault: {kind: 'empty-term'}};
	const named = /^(?:"((?:[^"]|"")*)"|([^\s"=~]+?))?(!?)([=~])/.exec(body);
	const name = named?.[1]?.replaceAll('""', '"') ?? named?.[2];
	const sign = named?.[4];
	if (named === null || sign === undefined || (name === undefined && sign === '=')) {
		const read = readText(body);
		return 'fault' in read ? read : {...read, term: {...read.term, isNegated}};
	}

	const operand = name === undefined ? anyCell : operandOf(name, names);
	if (operand === undefined) {
		return {fault: {kind: 'unknown-field', name: name ?? '', known: [...names.fields, problemName]}};
	}

	const value = readValue(body.slice(named[0].length));
	if (value === undefined) return {fault: {kind: 'open-quote'}};
	if (name === undefined && value.text === '') return {fault: {kind: 'empty-term'}};
	const comparison = sign === '=' ? equals(value.text, operand, names) : matches(value.text);
	if ('fault' in comparison) return comparison;
	return {term: {isNegated: isNegated !== (named[3] === '!'), operand, comparison}, rest: value.rest};
}

const anyCell: Operand = {kind: 'any-cell'};

function readText(body: string): ReadTerm {
	const value = readValue(body);
	if (value === undefined) return {fault: {kind: 'open-quote'}};
	if (value.text === '') return {fault: {kind: 'empty-term'}};
	return {term: anyCellContains(value.text), rest: value.rest};
}

function operandOf(name: string, names: FilterNames): Operand | undefined {
	const column = names.columnOf(name);
	if (column !== undefined) return {kind: 'column', column};
	return name.toLowerCase() === problemName ? {kind: 'problem'} : undefined;
}

type ReadValue = {readonly text: string; readonly rest: string};

/** Parses a quoted text, or a text up to the next space; `undefined` if the quote is not closed. */
function readValue(text: string): ReadValue | undefined {
	if (!text.startsWith('"')) {
		const bare = /^\S*/.exec(text)?.[0] ?? '';
		return {text: bare, rest: text.slice(bare.length)};
	}

	const quoted = /^"((?:[^"]|"")*)"/.exec(text);
	if (quoted === null) return undefined;
	return {text: (quoted[1] ?? '').replaceAll('""', '"'), rest: text.slice(quoted[0].length)};
}

function equals(text: string, operand: Operand, names: FilterNames): Comparison | {readonly fault: FilterError} {
	if (operand.kind === 'problem' && text !== '' && !names.codes.includes(text)) {
		return {fault: {kind: 'unknown-problem', name: text, known: names.codes}};
	}

	return {kind: 'equals', text: text.trim()};
}

function matches(text: string): Comparison | {readonly fault: FilterError} {
	// Escapes such as \S and \p{L} are no upper-case letters.
	const letters = text.replaceAll(/\\(?:[pPu]\{[^}]*\}|.)/gsu, '');
	try {
		return {kind: 'matches', pattern: new RegExp(text, isCaseSensitive(letters) ? 'su' : 'isu')};
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		const reason = error.message.slice(error.message.lastIndexOf(': ') + 2);
		return {fault: {kind: 'invalid-pattern', pattern: text, reason}};
	}
}

/** Returns a pattern that matches a text as filters and searches do. */
export function textPattern(text: string): RegExp {
	return new RegExp(escapePattern(text), isCaseSensitive(text) ? 'gu' : 'giu');
}
