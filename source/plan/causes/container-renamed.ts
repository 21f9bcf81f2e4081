import type {ResourceName} from '../../kinds/resources.ts';
import type {Inventory} from '../inventory.ts';
import type {Cause, NameLevel, ReadingOption} from './cause.ts';
import {claimRenamed, type FindCauses, renamedOf, type TableInput} from './cause-input.ts';
import {canRestore} from './value-options.ts';

/** A database or a schema with another name, in all groups where it has it. */
type Renamed = {
	readonly container: NameLevel;
	readonly before: string;
	readonly after: string;
	readonly tables: number[];
	/** The groups of the snapshot. */
	readonly groups: Set<number>;
};

const levels: readonly NameLevel[] = ['database', 'schema'];

/** Finds databases and schemas that have another name: most of their hidden tables have the same name in the new one. */
export const findRenamedContainers: FindCauses<TableInput> = (input, claims) => {
	const {table, after, before} = input;
	const [own, others] = [after.inventory, before.inventory];
	const inFile = new Set(own.groups.map(keyOf));
	const hidden = countTables(others, claims.hiddenOf(table), input);
	const pairs = renamedOf(input, table).filter(
		pair =>
			claims.isCreated(table, pair.after) &&
			own.of(table).namesOf(pair.after).own === others.of(table).namesOf(pair.before).own,
	);
	const moves = new Map<string, {readonly from: number; readonly to: number; readonly tables: number[]}>();
	for (const pair of pairs) {
		const [from, to] = [others.of(table).groupOf(pair.before), own.of(table).groupOf(pair.after)];
		if (inFile.has(keyOf(others.groups[from] ?? []))) continue;
		const move = moves.get(`${from} ${to}`);
		if (move === undefined) moves.set(`${from} ${to}`, {from, to, tables: [pair.after]});
		else move.tables.push(pair.after);
	}

	const renamed = new Map<string, Renamed>();
	for (const {from, to, tables} of moves.values()) {
		if (tables.length * 2 < (hidden.get(from) ?? 0)) continue;
		const change = renamedPart(others.groups[from] ?? [], own.groups[to] ?? []);
		if (change === undefined) continue;
		const key = JSON.stringify(change);
		const known = renamed.get(key) ?? {...change, tables: [], groups: new Set()};
		known.tables.push(...tables);
		known.groups.add(to);
		renamed.set(key, known);
	}

	const found = [...renamed.values()].map(change => ({change, claim: claims.start()}));
	claimRenamed(
		input,
		new Map(found.flatMap(({change, claim}) => change.tables.map(number => [number, claim] as const))),
	);
	return found.map(({change, claim}): Cause => {
		const {container, before: earlier, after: present} = change;
		const fix = fixOf(change, own);
		return {kind: 'container-renamed', container, before: earlier, after: present, explained: claim.explained, fix};
	});
};

function keyOf(name: ResourceName): string {
	return name.join('\u0000');
}

function countTables(
	inventory: Inventory,
	tables: readonly number[],
	{table}: TableInput,
): ReadonlyMap<number, number> {
	const counts = new Map<number, number>();
	for (const number of tables) {
		const group = inventory.of(table).groupOf(number);
		counts.set(group, (counts.get(group) ?? 0) + 1);
	}

	return counts;
}

/** Returns the only part that differs; the whole name if both do. */
function renamedPart(
	before: ResourceName,
	after: ResourceName,
): Pick<Renamed, 'container' | 'before' | 'after'> | undefined {
	const [level, other] = levels.flatMap((_, at) => (before[at] === after[at] ? [] : [at]));
	if (level === undefined) return undefined;
	if (other !== undefined) return {container: 'schema', before: before.join('.'), after: after.join('.')};
	const container = levels[level] ?? 'schema';
	return {container, before: before[level] ?? '', after: after[level] ?? ''};
}

/** Returns the option that restores the name; none if it changes other tables, or if no option can. */
function fixOf({container, before, after, groups}: Renamed, own: Inventory): readonly ReadingOption[] {
	const level = levels.indexOf(container);
	const affected = own.groups.flatMap((name, number) => (name[level] === after ? [number] : []));
	if (!canRestore({after, before}) || affected.length === 0 || affected.some(number => !groups.has(number))) return [];
	return [{option: '--value', value: `${container}:${after}=${before}`}];
}
