import {jsonType} from '../../records/jsonl/json-bytes.ts';
import type {JsonScanner} from '../../records/jsonl/json-scanner.ts';
import type {Utf8} from '../../records/source/utf8-check.ts';
import {byteClass, lowerCase, trimmedEnd, trimmedStart} from '../bytes/classes.ts';
import type {LineCheck} from '../json/line-check.ts';
import {Hash} from '../keys/hash.ts';
import {MemberIds} from '../keys/member-ids.ts';
import type {Finding} from '../problem.ts';
import {trim} from '../values/trim.ts';
import {checkValues, entityOf, textOf} from './check-values.ts';
import {type EntityName, entityName, entityNames, entityNumber} from './entity.ts';
import {columnOf, type Key} from './field.ts';
import type {ParentNames} from './keys/parent-names.ts';
import type {ResourceFacts} from './keys/resource-facts.ts';
import type {ResourceIds} from './keys/resource-ids.ts';
import {arePlain, idClasses, isAbsent, isFilled} from './plain-values.ts';
import {recommendedOf, requiredOf} from './presence.ts';

const {odd, upper} = byteClass;

const typeColumn = columnOf('entity_type');
const idColumn = columnOf('databuilder_id');
const parentColumn = columnOf('parent_databuilder_id');
const titleColumn = columnOf('title');
const databaseColumn = columnOf('database');
const schemaColumn = columnOf('schema');
const columnType = entityNumber('column');
const tableType = entityNumber('table');

const typeBytes: readonly Buffer[] = entityNames.map(name => Buffer.from(name));

/** The columns that a rule wants to be filled, by the number of the type. */
const filledColumns: ReadonlyArray<readonly number[]> = [0, ...entityNames.map(entityNumber)].map(number =>
	keysOf(entityName(number)).map(columnOf),
);

function keysOf(type: EntityName | undefined): readonly Key[] {
	return type === undefined ? [] : [...(requiredOf[type] ?? []), ...(recommendedOf[type] ?? [])];
}

/** Checks single lines, and collects the facts that rules about several rows need. Nearly all lines pass a precheck of their bytes. */
export class ResourceCheck {
	readonly #line: LineCheck;
	readonly #facts: ResourceFacts;
	readonly #ids: ResourceIds;
	readonly #parentNames: ParentNames;
	readonly #titles = new MemberIds();
	readonly #hash = new Hash();
	/** The type of the previous line: the next one often has the same. */
	#type = 1;
	/** The parent of the previous line. */
	#parent: Buffer = Buffer.alloc(256);
	#parentLength = 0;
	#parentNumber = 0;

	constructor(line: LineCheck, facts: ResourceFacts, ids: ResourceIds, parentNames: ParentNames) {
		this.#line = line;
		this.#facts = facts;
		this.#ids = ids;
		this.#parentNames = parentNames;
	}

	/** The line that was checked last, its keys under their right names; `undefined` if it is not an object. */
	get line(): JsonScanner | undefined {
		return this.#line.isObject ? this.#line.scanner : undefined;
	}

	/** Reserves capacity for a number of rows. */
	reserve(rows: number): void {
		this.#titles.reserve(rows);
	}

	/** Returns the findings of one record and sets the facts of the row, which must be clear. */
	check(row: number, record: JsonScanner, utf8: Utf8): readonly Finding[] {
		const own = this.#line.check(row, record, utf8);
		if (!this.#line.isObject) return own;
		const {scanner, unknownKeys} = this.#line;
		if (unknownKeys > 0) this.#facts.unknownKeys[row] = unknownKeys;
		if (this.#readPlain(row, scanner)) return own;
		this.#readTexts(row, scanner);
		const found = checkValues(row, scanner);
		return own.length === 0 ? found : [...own, ...found];
	}

	/** Sets the facts of a line that has no problem alone. Returns false, and sets nothing, if it may have one. */
	#readPlain(row: number, line: JsonScanner): boolean {
		const type = this.#plainType(line);
		if (type === 0) return false;
		const idClass = idClasses(line, idColumn);
		const hasParent = !isAbsent(line, parentColumn);
		const parentClass = hasParent ? idClasses(line, parentColumn) : 0;
		if (((idClass | parentClass) & odd) !== 0) return false;
		for (const column of filledColumns[type] as readonly number[]) if (!isFilled(line, column)) return false;
		if (!arePlain(line)) return false;
		const facts = this.#facts;
		const {bytes, starts, ends} = line;
		facts.types[row] = type;
		facts.ids[row] = this.#ids.putBytes(bytes, starts[idColumn] as number, ends[idColumn] as number, idClass & upper);
		if (!hasParent) {
			if (type === tableType) this.#readParentNames(row, line);
			return true;
		}

		const parent = this.#plainParent(line, parentClass & upper);
		facts.parents[row] = parent;
		if (type === columnType && !isAbsent(line, titleColumn)) facts.siblings[row] = this.#plainSibling(line, parent);
		return true;
	}

	/** Returns the number of the type of a line; 0 for a type that the rules must look at. */
	#plainType({types, bytes, starts, ends}: JsonScanner): number {
		if (types[typeColumn] !== jsonType.string) return 0;
		const start = starts[typeColumn] as number;
		const end = ends[typeColumn] as number;
		if (isSame(typeBytes[this.#type - 1] as Buffer, bytes, start, end)) return this.#type;
		for (let at = 0; at < typeBytes.length; at++) {
			if (!isSame(typeBytes[at] as Buffer, bytes, start, end)) continue;
			this.#type = at + 1;
			return this.#type;
		}

		return 0;
	}

	/** Returns the number of the parent, which the children of one parent mostly share with the previous line. */
	#plainParent({bytes, starts, ends}: JsonScanner, upperCase: number): number {
		const start = starts[parentColumn] as number;
		const end = ends[parentColumn] as number;
		if (this.#parentLength === end - start && isSame(this.#parent, bytes, start, end, this.#parentLength))
			return this.#parentNumber;
		this.#parentNumber = this.#ids.putBytes(bytes, start, end, upperCase);
		this.#parentLength = end - start;
		if (this.#parentLength > this.#parent.length) this.#parent = Buffer.alloc(2 * this.#parentLength);
		bytes.copy(this.#parent, 0, start, end);
		return this.#parentNumber;
	}

	#plainSibling(line: JsonScanner, parent: number): number {
		const {bytes} = line;
		const start = trimmedStart(bytes, line.starts[titleColumn] as number, line.ends[titleColumn] as number);
		const end = trimmedEnd(bytes, start, line.ends[titleColumn] as number);
		if (start === end) return 0;
		if (line.wide[titleColumn] !== 0) return this.#sibling(bytes.toString('utf8', start, end), parent);
		this.#hash.of(bytes, start, end, 0, lowerCase);
		return this.#titles.put(parent, this.#hash.low, this.#hash.high);
	}

	/** Returns the number of a trimmed title within its parent. */
	#sibling(title: string, parent: number): number {
		const bytes = Buffer.from(title.toLowerCase());
		this.#hash.of(bytes, 0, bytes.length);
		return this.#titles.put(parent, this.#hash.low, this.#hash.high);
	}

	/** Sets the facts of any line. */
	#readTexts(row: number, line: JsonScanner): void {
		const facts = this.#facts;
		const type = entityOf(line);
		const numberOf = (id: string) => (trim(id) === '' ? 0 : this.#ids.put(id));
		const title = trim(textOf(line, titleColumn));
		const parent = numberOf(textOf(line, parentColumn));
		facts.types[row] = type === undefined ? 0 : entityNumber(type);
		facts.ids[row] = numberOf(textOf(line, idColumn));
		facts.parents[row] = parent;
		if (type === 'column' && parent !== 0 && title !== '') facts.siblings[row] = this.#sibling(title, parent);
		if (type === 'table' && parent === 0) this.#readParentNames(row, line);
	}

	/** Sets the names that a table without a parent gives to its database and its schema. */
	#readParentNames(row: number, line: JsonScanner): void {
		this.#facts.databases[row] = this.#parentNames.put(textOf(line, databaseColumn));
		this.#facts.schemas[row] = this.#parentNames.put(textOf(line, schemaColumn));
	}
}

function isSame(name: Uint8Array, bytes: Uint8Array, start: number, end: number, length = name.length): boolean {
	if (end - start !== length) return false;
	for (let at = 0; at < length; at++) if (name[at] !== bytes[start + at]) return false;
	return true;
}
