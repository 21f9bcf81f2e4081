import type {FileKind} from '../kinds/file-kind.ts';
import {countsOf} from '../plan/counts.ts';
import {digestOf, type SnapshotPart, type TakenSnapshot} from '../plan/snapshot.ts';
import {readInventory} from './read-inventory.ts';

/** A part of a snapshot, and the kind of its records. */
export type PartWithKind = {readonly part: SnapshotPart; readonly kind: FileKind};

/** Reads what a snapshot of these parts holds. It is sent as its first part says. @throws FileError */
export async function describeSnapshot(
	[first, ...others]: readonly [PartWithKind, ...PartWithKind[]],
	signal: AbortSignal,
): Promise<Omit<TakenSnapshot, 'release'>> {
	const known = [first, ...others];
	const parts = known.map(({part}) => part);
	const inventory = await readInventory(
		known.map(({part: {path}, kind}) => ({path, kind})),
		signal,
	);
	const counts = countsOf(inventory.entities, entity => inventory.of(entity).count);
	const {name, upload} = first.kind;
	return {
		snapshot: {kind: name, endpoint: upload.endpoint, parts, digest: digestOf(parts), counts},
		inventory,
		readBack: [...new Set(known.flatMap(({kind}) => kind.readBack))],
	};
}
