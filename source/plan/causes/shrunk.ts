import {claimTables, type FindCauses, type TableInput} from './cause-input.ts';
import {mostSamples} from './container-gone.ts';

/** Finds tables of the file that lost over half of their columns. */
export const findShrunkTables: FindCauses<TableInput> = (input, claims) => {
	const {table, column, after, before} = input;
	const hidden = claims.hiddenOf(column);
	if (hidden.length === 0) return [];
	const [own, others] = [after.inventory, before.inventory];
	/** For each table of the baseline the number of hidden columns, and for each one of the snapshot that of kept ones. */
	const lost = new Uint32Array(others.of(table).count + 1);
	const kept = new Uint32Array(own.of(table).count + 1);
	for (const number of hidden) add(lost, others.of(column).parentOf(number));
	for (let number = 1; number <= own.of(column).count; number++) {
		if (claims.isKept(column, number)) add(kept, own.of(column).parentOf(number));
	}

	const shrunk: number[] = [];
	for (let number = 1; number < lost.length; number++) {
		const same = own.find(table, others.of(table).keyOf(number));
		if (same !== 0 && (lost[number] ?? 0) > (kept[same] ?? 0)) shrunk.push(number);
	}

	if (shrunk.length === 0) return [];
	const claim = claims.start();
	claimTables(input, {hidden: new Map(shrunk.map(number => [number, claim])), created: new Map()});
	const names = shrunk.slice(0, mostSamples).map(number => before.side.nameOf(table, number));
	return [{kind: 'shrunk', count: shrunk.length, names, explained: claim.explained, fix: []}];
};

function add(counts: Uint32Array, at: number): void {
	counts[at] = (counts[at] ?? 0) + 1;
}
