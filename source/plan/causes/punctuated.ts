import {hashText, plainName} from '../../kinds/keys/name-hashes.ts';
import {claimTables, type FindCauses, type TableInput} from './cause-input.ts';

/** Finds tables whose names, or those above them, have a period or white space since. */
export const findPunctuatedNames: FindCauses<TableInput> = (input, claims) => {
	const {table, after, before} = input;
	const [own, others] = [after.inventory, before.inventory];
	const plainGroups = own.groups.map(name => name.map(part => plainName(part.toLowerCase())));
	const created = new Map<string, number>();
	for (const number of claims.createdOf(table)) {
		const {folded, plain} = own.of(table).namesOf(number);
		const group = own.of(table).groupOf(number);
		const isPlain = plain === folded && keyOf(plainGroups[group]) === keyOf(own.groups[group]);
		if (!isPlain) created.set(`${plain} ${keyOf(plainGroups[group])}`, number);
	}

	if (created.size === 0) return [];
	const pairs = claims.hiddenOf(table).flatMap(number => {
		const {folded} = others.of(table).namesOf(number);
		const same = created.get(`${folded} ${keyOf(others.groups[others.of(table).groupOf(number)])}`);
		return same === undefined ? [] : [{after: same, before: number}];
	});
	const [first] = pairs;
	if (first === undefined) return [];
	const claim = claims.start();
	claimTables(input, {
		hidden: new Map(pairs.map(pair => [pair.before, claim])),
		created: new Map(pairs.map(pair => [pair.after, claim])),
	});
	return [
		{
			kind: 'punctuated',
			before: before.side.nameOf(table, first.before),
			after: after.side.nameOf(table, first.after),
			explained: claim.explained,
			fix: [],
		},
	];
};

function keyOf(name: readonly string[] = []): number {
	return hashText(name.join('\u0000').toLowerCase());
}
