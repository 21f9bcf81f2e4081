import {InvalidArgumentError} from 'commander';
import {allCodes, allFields} from '../../kinds/index.ts';
import {nearest} from '../../text/nearest.ts';

/** A header cell, by its label or as `#3`, and the field that its column holds. */
export type MapOption = {readonly header: string; readonly field: string};

/** One value for a field in every row. */
export type SetOption = {readonly field: string; readonly value: string};

/** What is found in the cells of a field, and what is put in its place. */
export type ReplaceOption = {readonly field: string; readonly find: RegExp; readonly to: string};

/** `<header>=<field>` */
export function mapOption(text: string, before: readonly MapOption[] = []): readonly MapOption[] {
	const [, header, field] = /^(.+)=([^=]+)$/s.exec(text) ?? [];
	if (header === undefined || field === undefined)
		throw new InvalidArgumentError('Give <header>=<field>, such as "description=col_description".');
	return [...before, {header, field: field.trim()}];
}

/** `<field>=<value>` */
export function setOption(text: string, before: readonly SetOption[] = []): readonly SetOption[] {
	const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
	if (name === undefined || value === undefined)
		throw new InvalidArgumentError('Give <field>=<value>, such as "database=ANALYTICS".');
	return [...before, {field: fieldOption(name), value}];
}

/** `<field>:/<regular expression>/<replacement>/<flags>`; any other character can stand for the slash. */
export function replaceOption(text: string, before: readonly ReplaceOption[] = []): readonly ReplaceOption[] {
	const [, name = '', mark = '', rest = ''] = /^([^:]+):(.)(.*)$/s.exec(text) ?? [];
	const parts = splitAtMark(rest, mark);
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

/** A code, of which every problem's first fix is taken. */
export function codeOption(text: string, before: readonly string[] = []): readonly string[] {
	if (!allCodes.has(text)) throw unknownCode(text);
	return [...before, text];
}

/** For a code that there is not: the nearest, else all. */
export function unknownCode(text: string): InvalidArgumentError {
	const near = nearest(text, [...allCodes.keys()]);
	const help = near === undefined ? `The codes: ${[...allCodes.keys()].join(', ')}.` : `Did you mean ${near}?`;
	return new InvalidArgumentError(`There is no code "${text}". ${help}`);
}

export function fieldOption(text: string): string {
	const field = allFields.find(name => name === text.trim());
	if (field === undefined) {
		const near = nearest(text, allFields);
		throw new InvalidArgumentError(
			`There is no field "${text}". ${near === undefined ? `The fields: ${allFields.join(', ')}.` : `Did you mean ${near}?`}`,
		);
	}

	return field;
}

/** The parts between marks; a mark behind a backslash is a part's own character. */
function splitAtMark(text: string, mark: string): string[] {
	const parts = [''];
	for (let at = 0; at < text.length; at++) {
		const character = text[at] ?? '';
		if (character === '\\' && at + 1 < text.length) {
			const next = text[++at] ?? '';
			parts[parts.length - 1] += next === mark ? next : `\\${next}`;
		} else if (character === mark) {
			parts.push('');
		} else {
			parts[parts.length - 1] += character;
		}
	}

	return parts;
}
