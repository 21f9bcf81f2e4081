import {jsonType} from '../../records/jsonl/json-bytes.ts';
import type {JsonScanner} from '../../records/jsonl/json-scanner.ts';
import type {Finding} from '../problem.ts';
import {isInteger} from '../values/integer.ts';
import {trim} from '../values/trim.ts';
import {type EntityName, entityName, entityNumber} from './entity.ts';
import {columnOf, type Key, keyNames, keys} from './field.ts';
import {recommendedOf, requiredKeys, requiredOf} from './presence.ts';
import {rulesOf} from './value/index.ts';

/** Returns the findings of a line that is an object, by its values alone. Misspelt keys must be under their right names. */
export function checkValues(row: number, line: JsonScanner): readonly Finding[] {
	const findings: Finding[] = [];
	const add = (code: string, field: Key) => findings.push({row, code, field});
	const type = entityOf(line);
	for (const key of requiredKeys) if (isMissing(line, key)) add('required', key);
	for (const key of (type && requiredOf[type]) ?? []) if (isMissing(line, key)) add('required', key);
	for (const key of (type && recommendedOf[type]) ?? []) if (isMissing(line, key)) add('recommended', key);
	for (const key of keyNames) {
		const column = columnOf(key);
		const found = line.typeOf(column);
		if (found === jsonType.absent || found === jsonType.null) continue;
		if (!hasRightType(line, key, found)) add('type-error', key);
		else if (key === 'sort_order' && !isInteger(line.value(column))) add('integer', key);
		else if (found === jsonType.string) {
			const raw = line.value(column);
			const text = trim(raw);
			if (text === '') continue;
			for (const rule of rulesOf.get(key) ?? []) if (rule.isBroken(text, raw)) add(rule.code, key);
		}
	}

	return findings;
}

/** Returns the type of resource that a line describes; `undefined` if it is not known. */
export function entityOf(line: JsonScanner): EntityName | undefined {
	const column = columnOf('entity_type');
	return line.typeOf(column) === jsonType.string ? entityName(entityNumber(trim(line.value(column)))) : undefined;
}

/** True if a value is absent or empty. One of the wrong type is not missing. */
function isMissing(line: JsonScanner, key: Key): boolean {
	const column = columnOf(key);
	const type = line.typeOf(column);
	if (type === jsonType.absent || type === jsonType.null) return true;
	return type === jsonType.string && trim(line.value(column)) === '';
}

function hasRightType(line: JsonScanner, key: Key, type: number): boolean {
	switch (keys[key].type) {
		case 'string':
			return type === jsonType.string;
		case 'boolean':
			return type === jsonType.boolean;
		case 'integer':
			return type === jsonType.number && /^-?[0-9]+$/.test(line.value(columnOf(key)));
		case 'strings':
			return type === jsonType.array && isListOfTexts(line.value(columnOf(key)));
	}
}

function isListOfTexts(json: string): boolean {
	const list: unknown = JSON.parse(json);
	return Array.isArray(list) && list.every(item => typeof item === 'string');
}

/** Returns the text in a column; empty if its value is no text. */
export function textOf(line: JsonScanner, column: number): string {
	return line.typeOf(column) === jsonType.string ? line.value(column) : '';
}
