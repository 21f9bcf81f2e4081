import type {ResourceKind} from '../kinds/resources.ts';
import {sentLimits} from '../records/record-limits.ts';
import {Records} from '../records/records.ts';
import {SourceFile} from '../records/source/source-file.ts';

/** A file of a snapshot, and what its records are as resources. */
export type InventoryPart = {readonly path: string; readonly kind: ResourceKind};

/** Opens a part as the canonical writer has written it. Only its header is read. @throws FileError, FormatError */
export async function openPart({path, kind}: InventoryPart, signal: AbortSignal): Promise<Records> {
	const file = await SourceFile.open(path);
	try {
		return await Records.open(file, kind.sentFormat, {signal, limits: sentLimits});
	} catch (error) {
		await file.close();
		throw error;
	}
}
