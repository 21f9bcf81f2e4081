import type {JsonColumns} from '../../records/jsonl/json-columns.ts';
import {JsonScanner} from '../../records/jsonl/json-scanner.ts';
import {sentLimits} from '../../records/record-limits.ts';
import type {RecordScanner} from '../../records/record-scanner.ts';
import {Content} from '../content.ts';
import {LineCheck} from '../json/line-check.ts';
import {KeyHash} from '../keys/key-hash.ts';
import type {
	EntityType,
	ListedPage,
	NamedResource,
	ReadBackList,
	ResourceKind,
	ResourceReader,
	ResourceSink,
} from '../resources.ts';
import type {OnSentRecord, SentRecord} from '../sent-record.ts';
import {trim} from '../values/trim.ts';
import {entityOf, textOf} from './check-values.ts';
import type {CheckedLines} from './checked-lines.ts';
import {descriptionHash, LineContent} from './content.ts';
import {LineDescriber} from './describer.ts';
import {type EntityName, entityNumber, resourceTypes} from './entity.ts';
import {columnOf, resourceKeyNames, resourcesFormat} from './field.ts';
import {idHashes} from './id-hashes.ts';
import {keyOfName, type ParentNames} from './keys/parent-names.ts';
import type {ResourceFacts} from './keys/resource-facts.ts';
import {keyOfText, type ResourceIds} from './keys/resource-ids.ts';

/** A record describes one resource, which its id identifies. */
export const resourcesKind: Omit<ResourceKind, 'sentFormat'> = {
	entities: resourceTypes,
	// There is no list of dashboard groups.
	readBack: [
		listOf('databases', 'database'),
		listOf('schemas', 'schema'),
		listOf('tables', 'table'),
		listOf('columns', 'column'),
		listOf('dashboards', 'dashboard'),
		listOf('charts', 'chart'),
	],
	resources: (_labels, sink) => new ResourceLines(sink),
	describer: () => new LineDescriber(),
};

function typeOf(name: EntityName): EntityType {
	const type = resourceTypes[entityNumber(name) - 1];
	if (type === undefined) throw new RangeError(`${name} has no number`);
	return type;
}

const databaseType = typeOf('database');
const schemaType = typeOf('schema');

/** The types that a table without a parent implies by their names. */
const parentsByName: ReadonlySet<EntityType> = new Set([databaseType, schemaType]);

/** Returns a list of the catalog whose pages are of one type. */
function listOf(name: ReadBackList['name'], type: EntityName): ReadBackList {
	const entity = typeOf(type);
	return {name, entities: [entity], implied: [], resources: page => resourcesOfPage(entity, page)};
}

/** Returns the resource of a page; none if the page has no id of a file. */
function resourcesOfPage(entity: EntityType, page: ListedPage): readonly NamedResource[] {
	const {databuilderId, database = '', schema = '', table = '', title} = page;
	if (databuilderId === undefined) return [];
	const name = [database, schema, table, title].filter(part => part !== '');
	const key = keyOfText(new KeyHash(), databuilderId);
	const [ids, text] = [idHashes(databuilderId), descriptionHash(page)];
	const resource = {entity, key, name, ids, place: page.sortOrder, text};
	return [parentsByName.has(entity) ? {...resource, nameKey: keyOfName(new KeyHash(), title)} : resource];
}

/** The facts of the check about each row. */
type FactsOfRows = {
	readonly facts: ResourceFacts;
	readonly ids: ResourceIds;
	readonly parentNames: ParentNames;
	/** The contents of lines, if the check has read them. */
	readonly contents: CheckedLines | undefined;
};

/** Returns a function that adds the resource of a checked row to the sink. Only content that the check has not read is read from the line. */
export function resourcesOfRows({facts, ids, parentNames, contents}: FactsOfRows, sink: ResourceSink): OnSentRecord {
	const {columns} = resourcesFormat();
	const scanner = new JsonScanner(columns, sentLimits);
	const line = new LineCheck({columns}, resourceKeyNames(columns));
	const content = new LineContent();
	const checked = new Content();
	const detailsOf = ({row, rowInFile, offset, bytes, start, end}: SentRecord) => {
		if (rowInFile === 0 || contents === undefined) {
			line.check(row, scanner.read(bytes, start, end), 'valid');
			return content.of(line.scanner, offset);
		}

		contents.copy(rowInFile, checked.start(offset));
		return checked;
	};
	return record => {
		const {row} = record;
		const type = resourceTypes[(facts.types[row] ?? 0) - 1];
		const id = facts.ids[row] ?? 0;
		if (type !== undefined && id !== 0) sink.append(type, ids.keyOf(id), detailsOf(record));
		const database = facts.databases[row] ?? 0;
		const schema = facts.schemas[row] ?? 0;
		if (database !== 0) sink.implyParent(databaseType, parentNames.keyOf(database));
		if (schema !== 0) sink.implyParent(schemaType, parentNames.keyOf(schema));
	};
}

/** Reads the resource of each line. */
class ResourceLines implements ResourceReader {
	readonly #sink: ResourceSink;
	readonly #key = new KeyHash();
	readonly #content = new LineContent();
	#columns: JsonColumns | undefined;
	#line: LineCheck | undefined;

	constructor(sink: ResourceSink) {
		this.#sink = sink;
	}

	reserve(): void {}

	forgetBytes(): void {}

	read(record: RecordScanner, offset: number): void {
		if (!(record instanceof JsonScanner)) throw new TypeError('resources are JSON Lines');
		const line = this.#lineCheck(record.columns);
		line.check(1, record, 'valid');
		if (!line.isObject) return;
		const {scanner} = line;
		const name = entityOf(scanner);
		if (name === undefined) return;
		const id = textOf(scanner, columnOf('databuilder_id'));
		if (trim(id) !== '') this.#sink.append(typeOf(name), keyOfText(this.#key, id), this.#content.of(scanner, offset));
		if (name !== 'table' || trim(textOf(scanner, columnOf('parent_databuilder_id'))) !== '') return;
		this.#implyParent(databaseType, textOf(scanner, columnOf('database')));
		this.#implyParent(schemaType, textOf(scanner, columnOf('schema')));
	}

	#implyParent(entity: EntityType, name: string): void {
		if (trim(name) !== '') this.#sink.implyParent(entity, keyOfName(this.#key, name));
	}

	#lineCheck(columns: JsonColumns): LineCheck {
		if (this.#line === undefined || this.#columns !== columns) {
			this.#columns = columns;
			this.#line = new LineCheck({columns}, resourceKeyNames(columns));
		}

		return this.#line;
	}
}
