import {memberName} from '../../kinds/keys/key-hash.ts';
import {hashText} from '../../kinds/keys/name-hashes.ts';
import type {EntityType, ResourceName} from '../../kinds/resources.ts';
import {trim} from '../../kinds/values/trim.ts';
import type {ReadingOption} from './cause.ts';
import type {TableInput} from './cause-input.ts';

/** The fields of the parts of a name. */
const fields = ['database', 'schema', 'name', 'col_name'] as const;

/** More options are too many to type. */
const mostOptions = 3;
/** The number of names that are read at most to find options. */
const mostRead = 10_000;

/** A resource with another name: its numbers in the snapshot and in the baseline. */
type Respelled = {readonly after: number; readonly before: number};

/** A part of names that differs in the same way in some of them. `first` is one of them in the snapshot. */
type ChangedPart = {
	readonly level: number;
	readonly before: string;
	readonly after: string;
	readonly first: number;
	count: number;
};

/** Returns the options that write names as they were before. None if they would change other names too, or if there are many. */
export function valueOptions(
	entity: EntityType,
	pairs: readonly Respelled[],
	input: TableInput,
): readonly ReadingOption[] {
	const parts = changedParts(entity, pairs, input);
	if (parts === undefined || parts.length > mostOptions) return [];
	const areSafe = parts.every(part => canRestore(part) && countIn(entity, part, input) === part.count);
	return areSafe
		? parts.map(({level, before, after}) => ({option: '--value', value: `${fields[level]}:${after}=${before}`}))
		: [];
}

/** True if the value of an option can replace a name by the earlier one: names are trimmed when they are sent, and have no period. */
export function canRestore({after, before}: {readonly after: string; readonly before: string}): boolean {
	return !after.includes('=') && after !== '' && before !== '' && before === trim(before) && !before.includes('.');
}

/** Returns the parts of names that differ; `undefined` if a part had several values, or if names cannot be read. */
function changedParts(
	entity: EntityType,
	pairs: readonly Respelled[],
	{after, before}: TableInput,
): readonly ChangedPart[] | undefined {
	if (pairs.length > mostRead) return undefined;
	const parts = new Map<string, ChangedPart>();
	for (const pair of pairs) {
		const own = after.side.nameOf(entity, pair.after);
		const other = before.side.nameOf(entity, pair.before);
		if (own.length !== other.length) return undefined;
		for (const [level, text] of own.entries()) {
			const earlier = other[level] ?? '';
			if (text === earlier) continue;
			const key = `${level} ${text}`;
			const known = parts.get(key) ?? {level, before: earlier, after: text, first: pair.after, count: 0};
			if (known.before !== earlier) return undefined;
			known.count++;
			parts.set(key, known);
		}
	}

	return [...parts.values()];
}

/** Counts the resources of the snapshot that have a part in their names. */
function countIn(
	entity: EntityType,
	{level, after: text, first}: ChangedPart,
	{table, column, after}: TableInput,
): number {
	const {inventory} = after;
	const index = inventory.of(entity);
	const has = (isSame: (number: number) => boolean) => {
		let count = 0;
		for (let number = 1; number <= index.count; number++) if (isSame(number)) count++;
		return count;
	};
	if (entity === column) {
		const nameIn = (number: number) =>
			memberName(index.keyOf(number), inventory.of(table).keyOf(index.parentOf(number)));
		const {low, high} = nameIn(first);
		return has(number => {
			const name = nameIn(number);
			return name.low === low && name.high === high;
		});
	}

	const groups = inventory.groups.map((name: ResourceName) => name[level] === text);
	const hash = hashText(text);
	return fields[level] === 'name'
		? has(number => index.namesOf(number).own === hash)
		: has(number => groups[index.groupOf(number)] === true);
}
