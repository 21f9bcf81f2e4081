import {writeFile} from 'node:fs/promises';
import {warehouseResources} from '../../source/kinds/warehouse/resources.ts';
import {Session} from '../../source/session/session.ts';
import {readInventory} from '../../source/snapshot/read-inventory.ts';
import {type Figures, secondsOf} from '../figures.ts';

/** Checks the file, applies safe fixes, writes the snapshot of the result and reads its inventory, without fsync. */
export async function measure(path: string): Promise<Figures> {
	const {signal} = new AbortController();
	const start = performance.now();
	const session = await Session.open(path, signal);
	const check = (performance.now() - start) / 1000;
	session.fixAll('safe');
	const snapshot = `${path}.snapshot`;
	const writing = await secondsOf(() =>
		writeFile(
			snapshot,
			session.canonical(() => undefined, signal),
		),
	);
	await session.close();
	const reading = await secondsOf(() => readInventory([{path: snapshot, kind: warehouseResources}], signal));
	return {
		'snapshot written, s': writing,
		'inventory of a snapshot, s': reading,
		'snapshot and inventory, share of the check': (writing + reading) / check,
	};
}
