import {emptyInventory, type Inventory} from '../plan/inventory.ts';
import {type InventoryPart, openPart} from './open-part.ts';

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
