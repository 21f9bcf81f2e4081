import {isRespelled, plainName} from '../../kinds/keys/name-hashes.ts';
import type {EntityType, ResourceName} from '../../kinds/resources.ts';
import type {Inventory} from '../inventory.ts';
import type {Cause} from './cause.ts';
import {claimTables, type FindCauses, renamedOf, type TableInput} from './cause-input.ts';
import type {ClaimedResources, Claims} from './claims.ts';
import {valueOptions} from './value-options.ts';

/** The number of names of columns that are read at most. */
const mostRead = 10_000;

type Pair = {readonly after: number; readonly before: number};

/** Finds names that differ only in white space, or in names before a period: those of tables and of what contains them, then those of columns. */
export const findPunctuatedNames: FindCauses<TableInput> = (input, claims) => [
	...ofTables(input, claims),
	...ofColumns(input, claims),
];

function ofTables(input: TableInput, claims: Claims): readonly Cause[] {
	const {table, after, before} = input;
	const plainOwn = plainNames(after.inventory, table);
	const created = new Map<string, number>();
	for (const number of claims.createdOf(table)) {
		const {key} = plainOwn(number);
		// Of equal candidates none is taken.
		created.set(key, created.has(key) ? 0 : number);
	}

	if (created.size === 0) return [];
	const plainOther = plainNames(before.inventory, table);
	const pairs = new Map<number, Pair>();
	for (const number of claims.hiddenOf(table)) {
		const {key, isPlain} = plainOther(number);
		const same = created.get(key) ?? 0;
		if (same !== 0 && isPlain !== plainOwn(same).isPlain && !pairs.has(same))
			pairs.set(same, {after: same, before: number});
	}

	const claim = claims.start();
	claimTables(input, {
		hidden: new Map([...pairs.values()].map(pair => [pair.before, claim])),
		created: new Map([...pairs.values()].map(pair => [pair.after, claim])),
	});
	return causeOf(table, [...pairs.values()], claim, input);
}

/** Returns what reads the plain form of a name, and whether the name has it. */
function plainNames(
	inventory: Inventory,
	table: EntityType,
): (number: number) => {readonly key: string; readonly isPlain: boolean} {
	const {groups} = inventory;
	const index = inventory.of(table);
	const lower = groups.map(keyOf);
	const plain = groups.map(name => keyOf(name.map(part => plainName(part.toLowerCase()))));
	return number => {
		const {folded, plain: own} = index.namesOf(number);
		const group = index.groupOf(number);
		return {key: `${own} ${plain[group]}`, isPlain: own === folded && plain[group] === lower[group]};
	};
}

function ofColumns(input: TableInput, claims: Claims): readonly Cause[] {
	const {column, after, before} = input;
	const renamed = renamedOf(input, column).filter(pair => claims.isCreated(column, pair.after));
	const pairs = renamed
		.slice(0, mostRead)
		.filter(pair =>
			isRespelled(after.side.nameOf(column, pair.after).at(-1), before.side.nameOf(column, pair.before).at(-1)),
		);
	const claim = claims.start();
	for (const pair of pairs) {
		claim.addCreated(column, pair.after);
		claim.addHidden(column, pair.before);
	}

	return causeOf(column, pairs, claim, input);
}

function causeOf(
	entity: EntityType,
	pairs: readonly Pair[],
	claim: ClaimedResources,
	input: TableInput,
): readonly Cause[] {
	const [first] = pairs;
	if (first === undefined) return [];
	return [
		{
			kind: 'punctuated',
			before: input.before.side.nameOf(entity, first.before),
			after: input.after.side.nameOf(entity, first.after),
			explained: claim.explained,
			fix: valueOptions(entity, pairs, input),
		},
	];
}

function keyOf(name: ResourceName): string {
	return name.join('\u0000').toLowerCase();
}
