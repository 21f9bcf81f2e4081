import type {FileKind} from '../kinds/file-kind.ts';
import {countsOf} from '../plan/counts.ts';
import type {Inventory} from '../plan/inventory.ts';
import {digestOf, type SnapshotPart, type TakenSnapshot} from '../plan/snapshot.ts';
import {openSnapshotSide} from './snapshot-side.ts';

/** A part of a snapshot, and the kind of its records. */
export type PartWithKind = {readonly part: SnapshotPart; readonly kind: FileKind};

/** Describes a snapshot of these parts. It is sent as its first part says. */
export function describeSnapshot(
	[first, ...others]: readonly [PartWithKind, ...PartWithKind[]],
	inventory: Inventory,
): Omit<TakenSnapshot, 'release'> {
	const known = [first, ...others];
	const parts = known.map(({part}) => part);
	const counts = countsOf(inventory.entities, entity => inventory.of(entity).count);
	const {name, upload} = first.kind;
	return {
		snapshot: {kind: name, endpoint: upload.endpoint, parts, digest: digestOf(parts), counts},
		inventory,
		readBack: [...new Set(known.flatMap(({kind}) => kind.readBack))],
		openSide: signal =>
			openSnapshotSide(
				known.map(({part: {path}, kind}) => ({path, kind})),
				inventory,
				signal,
			),
	};
}
