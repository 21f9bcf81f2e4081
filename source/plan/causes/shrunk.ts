import type {ResourceName} from '../../kinds/resources.ts';
import {tableColumns} from '../table-columns.ts';
import type {FindCauses} from './cause-input.ts';
import {mostSamples} from './container-gone.ts';

/** Finds tables of the file that lost over half of their columns. */
export const findShrunkTables: FindCauses = ({changes, after, before}, claims) => {
	const columns = tableColumns(changes.entities, {after: after.inventory, before: before.inventory});
	if (columns === undefined) return [];
	const {table, column, ofOwn, ofOther} = columns;
	const hidden = claims.hiddenOf(column);
	if (hidden.length === 0) return [];
	/** For each table of the snapshot the number of hidden columns, and that of kept ones. */
	const lost = new Uint32Array(after.inventory.of(table).count + 1);
	const kept = new Uint32Array(lost.length);
	/** The first hidden column of each table. */
	const first = new Map<number, number>();
	for (const number of hidden) {
		const own = ofOther(number);
		add(lost, own);
		if (!first.has(own)) first.set(own, number);
	}

	for (let number = 1; number <= after.inventory.of(column).count; number++) {
		if (claims.isKept(column, number)) add(kept, ofOwn(number));
	}

	const shrunk = [...first].filter(([own]) => own !== 0 && (lost[own] ?? 0) > (kept[own] ?? 0));
	if (shrunk.length === 0) return [];
	const claim = claims.start();
	const tables = new Set(shrunk.map(([own]) => own));
	for (const number of hidden) if (tables.has(ofOther(number))) claim.addHidden(column, number);
	const names = shrunk
		.slice(0, mostSamples)
		.map(([, number]): ResourceName => before.side.nameOf(column, number).slice(0, -1));
	return [{kind: 'shrunk', count: shrunk.length, names, explained: claim.explained, fix: []}];
};

function add(counts: Uint32Array, at: number): void {
	counts[at] = (counts[at] ?? 0) + 1;
}
