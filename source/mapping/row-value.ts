import {trim} from '../kinds/values/trim.ts';
import {type Field, nameFields} from '../kinds/warehouse/field.ts';
import type {FieldSource, RecipePlan} from './plan-recipe.ts';

/** Returns the value of a field in a row whose cells are filled down. */
export function rowValue({sources, recipe}: RecipePlan, field: Field, cells: readonly string[]): string {
	const source = sources.get(field);
	const value = source === undefined ? '' : sourceValue(source, cells);
	const replaced = recipe.values?.[field];
	const old = trim(value);
	const changed = replaced !== undefined && Object.hasOwn(replaced, old) ? (replaced[old] ?? value) : value;
	return nameFields.some(name => name === field) ? inCase(changed, recipe.case) : changed;
}

function sourceValue(source: FieldSource, cells: readonly string[]): string {
	switch (source.kind) {
		case 'constant':
			return source.value;
		case 'column':
			return cells[source.column] ?? '';
		case 'part':
			return partOf(cells[source.column] ?? '', source.part, source.parts);
	}
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

function inCase(value: string, nameCase: RecipePlan['recipe']['case']): string {
	switch (nameCase) {
		case 'lower':
			return value.toLowerCase();
		case 'upper':
			return value.toUpperCase();
		case undefined:
			return value;
	}
}
