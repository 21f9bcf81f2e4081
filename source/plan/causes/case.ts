import type {ResourceName} from '../../kinds/resources.ts';
import type {Cause} from './cause.ts';
import {claimRenamed, type FindCauses, renamedOf, type TableInput} from './cause-input.ts';
import type {Claims} from './claims.ts';

/** The number of names that are read at most to find an option. */
const mostRead = 10_000;

type Pair = {readonly after: number; readonly before: number};

/** Finds tables whose names differ only in case. Secoda lower-cases the names of columns [doc]. */
export const findCaseChanges: FindCauses<TableInput> = (input, claims) => {
	const {table, after, before} = input;
	const [own, others] = [after.inventory, before.inventory];
	const folded = (name: ResourceName = []) => name.join('\u0000').toLowerCase();
	const pairs = renamedOf(input, table).filter(
		pair =>
			claims.isCreated(table, pair.after) &&
			own.of(table).namesOf(pair.after).folded === others.of(table).namesOf(pair.before).folded &&
			folded(own.groups[own.of(table).groupOf(pair.after)]) ===
				folded(others.groups[others.of(table).groupOf(pair.before)]),
	);
	const [first] = pairs;
	if (first === undefined) return [];
	const claim = claims.start();
	claimRenamed(input, new Map(pairs.map(pair => [pair.after, claim])));
	const cause: Cause = {
		kind: 'case',
		before: before.side.nameOf(table, first.before),
		after: after.side.nameOf(table, first.after),
		explained: claim.explained,
		fix: (['lower', 'upper'] as const)
			.filter(value => restoresAll(input, claims, {pairs, value}))
			.slice(0, 1)
			.map(value => ({option: '--case', value})),
	};
	return [cause];
};

/** True if the catalog has all names in this case, also those that do not change. */
function restoresAll(
	{table, after, before}: TableInput,
	claims: Claims,
	{pairs, value}: {readonly pairs: readonly Pair[]; readonly value: 'lower' | 'upper'},
): boolean {
	const own = after.inventory.of(table);
	if (pairs.length > mostRead) return false;
	const isInCase = (name: ResourceName) => name.every(part => part === inCase(part, value));
	if (!pairs.every(pair => isInCase(before.side.nameOf(table, pair.before)))) return false;
	let read = 0;
	for (let number = 1; number <= own.count; number++) {
		if (!claims.isKept(table, number)) continue;
		if (!isInCase(after.inventory.groups[own.groupOf(number)] ?? [])) return false;
		const {own: name, folded} = own.namesOf(number);
		if (value === 'lower' && name !== folded) return false;
		if (value === 'upper' && (++read > mostRead || !isInCase(after.side.nameOf(table, number)))) return false;
	}

	return true;
}

function inCase(text: string, value: 'lower' | 'upper'): string {
	switch (value) {
		case 'lower':
			return text.toLowerCase();
		case 'upper':
			return text.toUpperCase();
	}
}
