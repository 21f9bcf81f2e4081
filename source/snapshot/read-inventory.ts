import type {EntityType, ResourceKind, ResourceName} from '../kinds/resources.ts';
import {Inventory} from '../plan/inventory.ts';
import type {ResourceLocation} from '../plan/resource-index.ts';
import {RecordIndex} from '../records/record-index.ts';
import {type RecordLimits, recordLimits} from '../records/record-limits.ts';
import {Records} from '../records/records.ts';
import {SourceFile} from '../records/source/source-file.ts';
import {sweep} from '../records/sweep.ts';

/** As it is sent, a record can be longer than in the file: with quotes around cells that had none, and each quote doubled. */
const longest = 4 * recordLimits.record;
const limits: RecordLimits = {...recordLimits, record: longest, quoted: longest};

/** A file of a snapshot, and what its records are as resources. */
export type InventoryPart = {readonly path: string; readonly kind: ResourceKind};

/** Reads which resources the parts of a snapshot hold. @throws FileError, FormatError */
export async function readInventory(parts: readonly InventoryPart[], signal: AbortSignal): Promise<Inventory> {
	const inventory = new Inventory([...new Set(parts.flatMap(({kind}) => kind.entities))]);
	for (const [part, {path, kind}] of parts.entries()) {
		const records = await openPart({path, kind}, signal);
		try {
			const reader = kind.resources(records.labels ?? [], inventory);
			await records.findRecords(
				{
					onSlice(expectedRows) {
						reader.forgetBytes();
						reader.reserve(expectedRows);
					},
					onRecord(row, record) {
						inventory.startRecord(part, records.index.start(row));
						reader.read(record);
					},
				},
				signal,
			);
		} finally {
			await records.close();
		}
	}

	return inventory;
}

/** Returns the name of a resource, as the record of a snapshot has it. @throws FileError @forTests */
export async function readResourceName(
	parts: readonly InventoryPart[],
	{part, offset}: ResourceLocation,
	entity: EntityType,
	signal: AbortSignal,
): Promise<ResourceName | undefined> {
	const given = parts[part];
	if (given === undefined) throw new RangeError(`the snapshot has no part ${part}`);
	const records = await openPart(given, signal);
	try {
		let name: ResourceName | undefined;
		const reader = given.kind.resources(records.labels ?? [], new Inventory(given.kind.entities));
		await sweep(
			records.file,
			{start: offset, lastRow: 1},
			new RecordIndex(),
			records.format.scanner(records.limits),
			{
				onRecord(_, record) {
					name = reader.nameIn(record, entity);
				},
			},
			signal,
		);
		return name;
	} finally {
		await records.close();
	}
}

/** Opens a part as the canonical writer has written it. */
async function openPart({path, kind}: InventoryPart, signal: AbortSignal): Promise<Records> {
	const file = await SourceFile.open(path);
	try {
		return await Records.open(file, kind.sentFormat, {signal, limits});
	} catch (error) {
		await file.close();
		throw error;
	}
}
