import {trim} from '../kinds/values/trim.ts';
import {type Field, nameFields} from '../kinds/warehouse/field.ts';
import {nameInCase} from './name-case.ts';
import type {FieldSource, RecipePlan} from './plan-recipe.ts';

/** Returns the value of a field in a row whose cells are filled down. */
export type ValueReader = (cells: readonly string[]) => string;

/** Returns a reader of the values of a field. */
export function valueReader({sources, recipe}: RecipePlan, field: Field): ValueReader {
	const read = sourceReader(sources.get(field));
	const replaced = new Map(Object.entries(recipe.values?.[field] ?? {}));
	const isName = nameFields.some(name => name === field);
	const toSent = nameInCase(isName ? recipe.case : undefined);
	if (replaced.size === 0) return cells => toSent(read(cells));
	return cells => toSent(replacedValue(read(cells), replaced, toSent));
}

function sourceReader(source: FieldSource | undefined): ValueReader {
	switch (source?.kind) {
		case 'constant':
			return () => source.value;
		case 'column':
			return cells => cells[source.column] ?? '';
		case 'part': {
			const read = partReader(source.part, source.parts);
			return cells => read(cells[source.column] ?? '');
		}

		case undefined:
			return () => '';
	}
}

/** Returns the replacement of a value, as the file has it or as it is sent. */
function replacedValue(
	value: string,
	replaced: ReadonlyMap<string, string>,
	toSent: (value: string) => string,
): string {
	const text = trim(value);
	return replaced.get(text) ?? replaced.get(toSent(text)) ?? value;
}

/** Returns a reader of a part of qualified names, of several. */
export function partReader(part: number, parts: number): (name: string) => string {
	return name => partOf(name, part, parts);
}

/**
Returns a part of a qualified name. A name of fewer parts has the last ones; of more, the first field has the rest, whose period is then
reported. Quotes around all parts (`"HR"."EMP"`, `[dbo].[Orders]`) are removed.
*/
function partOf(name: string, part: number, parts: number): string {
	const found = partsOf(trim(name));
	const more = found.length - parts;
	if (more <= 0) return found[part + more] ?? '';
	return part === 0 ? found.slice(0, more + 1).join('.') : (found[part + more] ?? '');
}

function partsOf(name: string): readonly string[] {
	if (!quoted.test(name)) return name.split('.');
	return Array.from(name.matchAll(quotedPart), ([part]) => part.slice(1, -1));
}

const quoted = /^(?:"[^"]*"|\[[^\]]*\]|`[^`]*`)(?:\.(?:"[^"]*"|\[[^\]]*\]|`[^`]*`))*$/;
const quotedPart = /"[^"]*"|\[[^\]]*\]|`[^`]*`/g;
