import {Inventory} from '../plan/inventory.ts';
import {digestOf, type TakenSnapshot} from '../plan/snapshot.ts';

/** Returns a snapshot without resources, of the kind of another one. */
export function emptySnapshotLike({snapshot, inventory, readBack}: TakenSnapshot): TakenSnapshot {
	const unknown = () => {
		throw new RangeError('an empty snapshot has no resources');
	};
	return {
		snapshot: {...snapshot, parts: [], digest: digestOf([]), counts: {}},
		inventory: new Inventory(inventory.entities, inventory.edges),
		readBack,
		openSide: () => Promise.resolve({nameOf: unknown, fieldsOf: unknown, close: () => Promise.resolve()}),
		release() {},
	};
}
