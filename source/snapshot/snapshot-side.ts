import type {EntityType, ResourceDescriber, ResourceName} from '../kinds/resources.ts';
import type {FieldValue, OpenSide} from '../plan/changes/side.ts';
import type {Inventory} from '../plan/inventory.ts';
import {Pages} from '../records/pages.ts';
import {sentLimits} from '../records/record-limits.ts';
import {type RecordScanner, unfinished} from '../records/record-scanner.ts';
import type {Records} from '../records/records.ts';
import {type InventoryPart, openPart} from './open-part.ts';

/** The bytes that are read first for a record; more are read for a longer one. */
const usualRecord = 4 * 1024;

/** Maximum number of parents in a name: circles of parents end. */
const mostParents = 10;

/** An open part of a snapshot. */
type OpenPart = {
	readonly records: Records;
	readonly pages: Pages;
	readonly scanner: RecordScanner;
	readonly describer: ResourceDescriber;
	/** The number of bytes of the parts before it. */
	readonly start: number;
};

/**
The names and values of the resources of a stored snapshot. Each is read from its record, where its inventory says that it is, so no
part is read as a whole. The parts must stay in use until it is closed.
*/
class SnapshotSide implements OpenSide {
	readonly #inventory: Inventory;
	readonly #parts: readonly OpenPart[];

	constructor(inventory: Inventory, parts: readonly OpenPart[]) {
		this.#inventory = inventory;
		this.#parts = parts;
	}

	/** Returns the full name of a resource. @throws FileError */
	nameOf(entity: EntityType, number: number): ResourceName {
		return this.#nameOf(entity, number, mostParents);
	}

	/** Returns the values of a resource that are sent, without the names that make its key. @throws FileError */
	fieldsOf(entity: EntityType, number: number): readonly FieldValue[] {
		const part = this.#partOf(entity, number);
		return part.describer.fieldsOf(entity, this.#read(part, entity, number));
	}

	async close(): Promise<void> {
		await Promise.all(this.#parts.map(({records}) => records.close()));
	}

	#nameOf(entity: EntityType, number: number, parents: number): ResourceName {
		const part = this.#partOf(entity, number);
		const {name, own, parent} = part.describer.nameOf(entity, this.#read(part, entity, number));
		if (parent === undefined || parents === 0) return name;
		for (const type of parent.entities) {
			const found = this.#inventory.find(type, parent.key);
			if (found !== 0) return [...this.#nameOf(type, found, parents - 1), own];
		}

		return name;
	}

	#partOf(entity: EntityType, number: number): OpenPart {
		const offset = this.#inventory.of(entity).offsetOf(number);
		const part = this.#parts.findLast(({start}) => start <= offset);
		if (part === undefined) throw new RangeError('the snapshot has no parts');
		return part;
	}

	/** Returns the record that describes a resource, valid until the next call. */
	#read({records: {file}, pages, scanner, start}: OpenPart, entity: EntityType, number: number): RecordScanner {
		const offset = this.#inventory.of(entity).offsetOf(number) - start;
		for (let length = usualRecord; ; length *= 8) {
			const end = Math.min(offset + length, file.size);
			const bytes = pages.read(offset, end);
			const isEnd = end === file.size;
			if (scanner.next(bytes, 0, bytes.length, isEnd ? 'end' : 'more') !== unfinished || isEnd) return scanner;
		}
	}
}

/** Opens the parts of a snapshot to read the resources of its inventory. @throws FileError, FormatError */
export async function openSnapshotSide(
	parts: readonly InventoryPart[],
	inventory: Inventory,
	signal: AbortSignal,
): Promise<OpenSide> {
	const open: OpenPart[] = [];
	try {
		let start = 0;
		for (const part of parts) {
			const records = await openPart(part, signal);
			const scanner = records.format.scanner(sentLimits);
			const describer = part.kind.describer(records.labels ?? []);
			open.push({records, pages: new Pages(records.file), scanner, describer, start});
			start += records.file.size;
		}
	} catch (error) {
		await Promise.all(open.map(({records}) => records.close()));
		throw error;
	}

	return new SnapshotSide(inventory, open);
}
