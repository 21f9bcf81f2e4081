import {jsonType} from '../../records/jsonl/json-bytes.ts';
import type {JsonColumns} from '../../records/jsonl/json-columns.ts';
import {JsonScanner} from '../../records/jsonl/json-scanner.ts';
import type {RecordScanner} from '../../records/record-scanner.ts';
import {LineCheck} from '../json/line-check.ts';
import {sentText, unknownColumns} from '../json/sent-values.ts';
import {KeyHash} from '../keys/key-hash.ts';
import type {EntityType, NameInRecord, ResourceDescriber, SentValue} from '../resources.ts';
import {trim} from '../values/trim.ts';
import {textOf} from './check-values.ts';
import {contentKeys} from './content.ts';
import {entityNames, entityNumber, parentTypes, resourceTypes} from './entity.ts';
import {columnOf, type Key, resourceKeyNames} from './field.ts';
import {keyOfText} from './keys/resource-ids.ts';

/** Reads names and values of resources from their lines. */
export class LineDescriber implements ResourceDescriber {
	#columns: JsonColumns | undefined;
	#line: LineCheck | undefined;

	nameOf(entity: EntityType, record: RecordScanner): NameInRecord {
		const line = this.#checked(record);
		const text = (key: Key) => textOf(line, columnOf(key));
		const own = trim(text('title')) === '' ? text('databuilder_id') : text('title');
		const name = [text('database'), text('schema'), own].filter(part => trim(part) !== '');
		const parent = text('parent_databuilder_id');
		if (trim(parent) === '') return {name, own};
		return {name, own, parent: {entities: parentsOf(entity), key: keyOfText(new KeyHash(), parent)}};
	}

	/** Returns the values under the keys that are sent, which can be misspelt. */
	fieldsOf(_: EntityType, record: RecordScanner): readonly SentValue[] {
		const line = lineOf(record);
		const known = contentKeys.map((field): [string, number] => [field, columnOf(field)]);
		const others = unknownColumns(line).map((column): [string, number] => [line.columns.at(column)?.key ?? '', column]);
		return [...known, ...others]
			.filter(([, column]) => line.typeOf(column) !== jsonType.absent)
			.map(([field, column]) => ({field, value: sentText(line, column)}));
	}

	/** Returns a line whose misspelt keys have their right names too. */
	#checked(record: RecordScanner): JsonScanner {
		const line = lineOf(record);
		const {columns} = line;
		if (this.#line === undefined || this.#columns !== columns) {
			this.#columns = columns;
			this.#line = new LineCheck({columns}, resourceKeyNames(columns));
		}

		this.#line.check(1, line, 'valid');
		return this.#line.scanner;
	}
}

function lineOf(record: RecordScanner): JsonScanner {
	if (!(record instanceof JsonScanner)) throw new TypeError('resources are JSON Lines');
	return record;
}

/** Returns the types that the parent of a type may have. */
function parentsOf(entity: EntityType): readonly EntityType[] {
	const name = entityNames[resourceTypes.indexOf(entity)];
	return (name === undefined ? [] : parentTypes[name]).flatMap(parent => resourceTypes[entityNumber(parent) - 1] ?? []);
}
