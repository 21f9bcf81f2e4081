import {encodeObject} from '../../records/jsonl/encode-value.ts';
import {jsonType} from '../../records/jsonl/json-bytes.ts';
import type {JsonScanner} from '../../records/jsonl/json-scanner.ts';
import {styleOf} from '../../records/jsonl/json-style.ts';
import {renameKeys} from '../../records/jsonl/rename-keys.ts';
import {contentEnd} from '../../records/line-end.ts';
import type {EdgeView} from './edge-view.ts';
import {internalResource} from './end-type.ts';
import {type EndColumns, fields, source, target} from './field.ts';

/** A value of a line and the JSON that replaces it. */
type NewValue = {readonly column: number; readonly json: string};

/** Returns the text of an edge in the older form with identifiers in place of its ids. All other bytes stay. */
export function todaysForm({record, misspelt}: EdgeView): string {
	const {bytes, start} = record;
	const line = bytes.subarray(start, contentEnd(bytes, start, start + record.length));
	const style = styleOf(line);
	const names = new Map<string, string>();
	const values = [source, target].flatMap((end): NewValue[] => {
		const members = [
			['type', JSON.stringify(internalResource.name)],
			['databuilder_id', record.raw(end.oldId).toString()],
		] as const;
		const identifier = encodeObject(members, style);
		if (!hasKey(record, end)) {
			names.set(fields[end.oldId] ?? '', end.field);
			return [{column: end.oldId, json: identifier}];
		}

		// The line has the key with null: a second one would be a duplicate.
		return [
			{column: end.identifier, json: identifier},
			{column: end.oldId, json: 'null'},
		];
	});
	for (const {key, name} of misspelt) names.set(key, names.get(name) ?? name);
	return renameKeys(withValues(record, line, values), names).toString();
}

function hasKey(record: JsonScanner, {identifier}: EndColumns): boolean {
	return record.typeOf(identifier) !== jsonType.absent;
}

/** Returns a line, which starts where the record does, with new values. */
function withValues(record: JsonScanner, line: Buffer, values: readonly NewValue[]): Buffer {
	const pieces: Buffer[] = [];
	let copied = 0;
	for (const {column, json} of values.toSorted(
		(one, other) => record.rawStart(one.column) - record.rawStart(other.column),
	)) {
		pieces.push(line.subarray(copied, record.rawStart(column) - record.start), Buffer.from(json));
		copied = record.rawEnd(column) - record.start;
	}

	return Buffer.concat([...pieces, line.subarray(copied)]);
}
