import {writeFile} from 'node:fs/promises';
import {warehouseResources} from '../../source/kinds/warehouse/resources.ts';
import {emptyInventory} from '../../source/plan/inventory.ts';
import {Session} from '../../source/session/session.ts';
import {readInventory} from '../../source/snapshot/read-inventory.ts';
import {type Figures, secondsOf} from '../figures.ts';

/** Checks the file, applies safe fixes, writes the snapshot and the inventory of the result, without fsync; then reads that inventory from the snapshot. */
export async function measure(path: string): Promise<Figures> {
	const {signal} = new AbortController();
	const start = performance.now();
	const session = await Session.open(path, signal);
	const check = (performance.now() - start) / 1000;
	session.fixAll('safe');
	const snapshot = `${path}.snapshot`;
	const inventory = emptyInventory([session.kind]);
	const writing = await secondsOf(() => writeFile(snapshot, session.canonical(session.resources(inventory), signal)));
	await session.close();
	const reading = await secondsOf(() => readInventory([{path: snapshot, kind: warehouseResources}], signal));
	return {
		'snapshot and inventory, s': writing,
		'snapshot and inventory, share of the check': writing / check,
		'inventory of a stored snapshot, s': reading,
	};
}
