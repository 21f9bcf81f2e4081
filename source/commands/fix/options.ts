import {InvalidArgumentError} from 'commander';
import {allCodes, allFields} from '../../kinds/index.ts';
import {nearest} from '../../text/nearest.ts';

/** A column, by its header or as `#3`, and its field. */
export type MapOption = {readonly header: string; readonly field: string};

/** The columns that are mapped, and whether the certain and likely proposals are taken for the other fields. */
export type MapOptions = {readonly columns: readonly MapOption[]; readonly proposal?: 'take' | undefined};

export const noMap: MapOptions = {columns: []};

/** A value for a field in every row. */
export type SetOption = {readonly field: string; readonly value: string};

/** A search and replacement in the cells of a field. */
export type ReplaceOption = {readonly field: string; readonly find: RegExp; readonly to: string};

/** Parses `<header>=<field>`, or `auto`. */
export function mapOption(text: string, before: MapOptions = noMap): MapOptions {
	if (text === 'auto') return {...before, proposal: 'take'};
	const [, header, field] = /^(.+)=([^=]+)$/s.exec(text) ?? [];
	if (header === undefined || field === undefined)
		throw new InvalidArgumentError('Give <header>=<field>, such as "description=col_description".');
	return {...before, columns: [...before.columns, {header, field: field.trim()}]};
}

/** Parses `<field>=<value>`. */
export function setOption(text: string, before: readonly SetOption[] = []): readonly SetOption[] {
	const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
	if (name === undefined || value === undefined)
		throw new InvalidArgumentError('Give <field>=<value>, such as "database=ANALYTICS".');
	return [...before, {field: fieldOption(name), value}];
}

/** Parses `<field>:/<regular expression>/<replacement>/<flags>`; the separator may be any character. */
export function replaceOption(text: string, before: readonly ReplaceOption[] = []): readonly ReplaceOption[] {
	const [, name = '', separator = '', rest = ''] = /^([^:]+):(.)(.*)$/s.exec(text) ?? [];
	const parts = splitAtSeparator(rest, separator);
	const [find = '', to = '', flags = ''] = parts;
	if (parts.length !== 3 || find === '')
		throw new InvalidArgumentError('Give <field>:/<regular expression>/<replacement>/, such as "name:/-/_/".');
	try {
		return [...before, {field: fieldOption(name), find: new RegExp(find, `g${flags}`), to}];
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		throw new InvalidArgumentError(`${error.message}.`);
	}
}

/** Parses a problem code. */
export function codeOption(text: string, before: readonly string[] = []): readonly string[] {
	if (!allCodes.has(text)) throw unknownCode(text);
	return [...before, text];
}

/** Returns the error for an unknown code, with the nearest or all codes. */
export function unknownCode(text: string): InvalidArgumentError {
	const near = nearest(text, [...allCodes.keys()]);
	const help = near === undefined ? `Choose one of: ${[...allCodes.keys()].join(', ')}.` : `Did you mean ${near}?`;
	return new InvalidArgumentError(`Unknown code "${text}". ${help}`);
}

export function fieldOption(text: string): string {
	const field = allFields.find(name => name === text.trim());
	if (field === undefined) {
		const near = nearest(text, allFields);
		throw new InvalidArgumentError(
			`Unknown field "${text}". ${near === undefined ? `Choose one of: ${allFields.join(', ')}.` : `Did you mean ${near}?`}`,
		);
	}

	return field;
}

/** Splits a text at a separator; a backslash escapes it. */
function splitAtSeparator(text: string, separator: string): string[] {
	const parts = [''];
	for (let at = 0; at < text.length; at++) {
		const character = text[at] ?? '';
		if (character === '\\' && at + 1 < text.length) {
			const next = text[++at] ?? '';
			parts[parts.length - 1] += next === separator ? next : `\\${next}`;
		} else if (character === separator) {
			parts.push('');
		} else {
			parts[parts.length - 1] += character;
		}
	}

	return parts;
}
