import {cellKind} from '../../records/cell-spans.ts';
import {jsonType} from '../../records/jsonl/json-bytes.ts';
import type {JsonScanner} from '../../records/jsonl/json-scanner.ts';
import {Content, type ContentPart, hashText} from '../content.ts';
import {sentText, unknownColumns} from '../json/sent-values.ts';
import {Hash} from '../keys/hash.ts';
import {textBytes} from '../keys/text-bytes.ts';
import {ValueHash} from '../keys/value-hash.ts';
import type {IdHashes, ListedPage} from '../resources.ts';
import {columnOf, type Key, keyNames} from './field.ts';
import {parentSeed, setIdHashes} from './id-hashes.ts';

/** The type of resource and its id make its key. */
const keyParts: ReadonlySet<Key> = new Set(['entity_type', 'databuilder_id']);

/** The keys whose values are content. */
export const contentKeys: readonly Key[] = keyNames.filter(key => !keyParts.has(key));

/** The keys whose values have hashes of their own. */
const parts: Readonly<Partial<Record<Key, ContentPart>>> = {description: 'text', external_updated_at: 'time'};

const known = contentKeys.map((key): {readonly column: number; readonly part: ContentPart; readonly seed: number} => ({
	column: columnOf(key),
	part: parts[key] ?? 'value',
	seed: seedOf(key),
}));

const idColumn = columnOf('databuilder_id');
const parentColumn = columnOf('parent_databuilder_id');

/** Reads the content of resources from their lines: the values of all keys, in any order. */
export class LineContent {
	readonly #content = new Content();
	/** The hashes of the ids of the line that was read last. */
	readonly ids: IdHashes = {own: 0, folded: 0, plain: 0, parentLow: 0, parentHigh: 0};
	readonly #valueHash = new ValueHash();
	/** The numbers of unknown keys, by column. */
	readonly #seeds: number[] = [];

	/** Returns the details of the resource that a line describes. Valid until the next call. */
	of(line: JsonScanner, offset: number): Content {
		const content = this.#content.start(offset);
		for (const {column, part, seed} of known) this.#add(line, column, part, seed);
		if (line.unknownKeys.length > 0) {
			for (const column of unknownColumns(line)) {
				this.#seeds[column] ??= seedOf(line.columns.at(column)?.key ?? '');
				this.#add(line, column, 'value', this.#seeds[column]);
			}
		}

		this.#readIds(line);
		content.ids = this.ids;
		return content;
	}

	#readIds(line: JsonScanner): void {
		const ids = this.ids;
		const own = spanOf(line, idColumn);
		setIdHashes(ids, own.bytes, own.start, own.end);
		ids.parentLow = 0;
		ids.parentHigh = 0;
		const type = line.types[parentColumn] as number;
		// The place of an absent value is that of an earlier line.
		if (type === jsonType.absent) return;
		const parent = spanOf(line, parentColumn);
		const {low, high} = this.#valueHash.of(parent.bytes, parent.start, parent.end, parentSeed + type);
		ids.parentLow = low;
		ids.parentHigh = high;
	}

	#add(line: JsonScanner, column: number, part: ContentPart, seed: number): void {
		const type = line.types[column] as number;
		if (type === jsonType.absent) return;
		const typed = seed + type;
		if (isRewritten(line, column)) {
			const bytes = textBytes(sentText(line, column));
			this.#content.add(part, typed, bytes, 0, bytes.length);
		} else {
			this.#content.add(part, typed, line.bytes, line.starts[column] as number, line.ends[column] as number);
		}
	}
}

/** True if the bytes of a value are not those that are compared. */
function isRewritten({types, kinds}: JsonScanner, column: number): boolean {
	const type = types[column] as number;
	return type >= jsonType.array || type === jsonType.null || kinds[column] === cellKind.escaped;
}

/** Returns the bytes of a value as it is compared. */
function spanOf(
	line: JsonScanner,
	column: number,
): {readonly bytes: Buffer; readonly start: number; readonly end: number} {
	if (isRewritten(line, column)) {
		const bytes = textBytes(sentText(line, column));
		return {bytes, start: 0, end: bytes.length};
	}

	return {bytes: line.bytes, start: line.starts[column] as number, end: line.ends[column] as number};
}

/** Returns a number that separates the values of a key from those of others. */
function seedOf(key: string): number {
	const bytes = textBytes(key);
	return new Hash().of(bytes, 0, bytes.length).low;
}

const descriptionSeed = seedOf('description') + jsonType.string;

/** Returns the hash of a description that a list of the catalog shows; `undefined` if it has none. */
export function descriptionHash({marks}: Pick<ListedPage, 'marks'>): number | undefined {
	return marks?.description === undefined ? undefined : hashText(marks.description, descriptionSeed);
}
