import type {ResourceKind} from '../kinds/resources.ts';
import {emptyInventory, type Inventory} from '../plan/inventory.ts';
import {sentLimits} from '../records/record-limits.ts';
import {Records} from '../records/records.ts';
import {SourceFile} from '../records/source/source-file.ts';

/** A file of a snapshot, and what its records are as resources. */
export type InventoryPart = {readonly path: string; readonly kind: ResourceKind};

/** Reads which resources the parts of a stored snapshot hold. @throws FileError, FormatError */
export async function readInventory(parts: readonly InventoryPart[], signal: AbortSignal): Promise<Inventory> {
	const inventory = emptyInventory(parts.map(({kind}) => kind));
	let bytesBefore = 0;
	for (const {path, kind} of parts) {
		const records = await openPart({path, kind}, signal);
		try {
			const reader = kind.resources(records.labels ?? [], inventory);
			inventory.partStart = bytesBefore;
			bytesBefore += records.file.size;
			await records.findRecords(
				{
					onSlice(expectedRows) {
						reader.forgetBytes();
						reader.reserve(expectedRows);
					},
					onRecord(row, record) {
						reader.read(record, records.index.start(row));
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

/** Opens a part as the canonical writer has written it. */
async function openPart({path, kind}: InventoryPart, signal: AbortSignal): Promise<Records> {
	const file = await SourceFile.open(path);
	try {
		return await Records.open(file, kind.sentFormat, {signal, limits: sentLimits});
	} catch (error) {
		await file.close();
		throw error;
	}
}
