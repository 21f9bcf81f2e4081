import type {EntityType, ResourceName} from '../kinds/resources.ts';
import type {ChangeAction} from './changes/action.ts';
import {compareNames} from './compare-names.ts';
import type {Plan} from './plan.ts';

/** A page that a plan shows newly, or hides. Its type is that of `EntityType.singular`. */
export type NamedChange = {
	readonly action: string;
	readonly entity: string;
	readonly name: ResourceName;
};

/** The pages of one type that only one of two plans creates or hides. */
export type PlanDifference = {
	readonly action: 'created' | 'hidden';
	readonly entity: EntityType;
	/** `more`: only the later plan does. */
	readonly kind: 'more' | 'fewer';
	readonly count: number;
	/** The first ones by name. */
	readonly names: readonly ResourceName[];
};

const maxNames = 3;

type Effect = PlanDifference['action'];

/** The effects of each change on the pages that identify a plan. */
const effects: {readonly [Action in ChangeAction]: readonly Effect[]} = {
	hidden: ['hidden'],
	renamed: ['created', 'hidden'],
	created: ['created'],
	revived: ['created'],
	updated: [],
	retimed: [],
};

/** Returns the pages that a plan creates and hides, which identify it; at most `most`, hidden ones first. */
export function namedChanges({changes, sides}: Plan, most: number): readonly NamedChange[] {
	const named: NamedChange[] = [];
	for (const effect of ['hidden', 'created'] as const) {
		const side = effect === 'hidden' ? sides.hidden : sides.after;
		for (let at = 0; at < changes.length && named.length < most; at++) {
			const {action, entity, after, before} = changes.at(at);
			if (!effects[action].includes(effect)) continue;
			const name = side.nameOf(entity, effect === 'hidden' ? before : after);
			named.push({action: effect, entity: entity.singular, name});
		}
	}

	return named;
}

/** Compares two plans by the pages that they create and hide. */
export function differencesOf(
	entities: readonly EntityType[],
	earlier: readonly NamedChange[],
	later: readonly NamedChange[],
): readonly PlanDifference[] {
	return [
		...differences(entities, 'more', later, new Set(earlier.map(keyOf))),
		...differences(entities, 'fewer', earlier, new Set(later.map(keyOf))),
	];
}

function differences(
	entities: readonly EntityType[],
	kind: PlanDifference['kind'],
	changes: readonly NamedChange[],
	others: ReadonlySet<string>,
): readonly PlanDifference[] {
	const own = changes.filter(change => !others.has(keyOf(change)));
	return (['hidden', 'created'] as const).flatMap(action =>
		entities.flatMap((entity): readonly PlanDifference[] => {
			const same = own.filter(change => change.action === action && change.entity === entity.singular);
			const names = same.map(({name}) => name).sort(compareNames);
			if (names.length === 0) return [];
			return [{action, entity, kind, count: names.length, names: names.slice(0, maxNames)}];
		}),
	);
}

function keyOf({action, entity, name}: NamedChange): string {
	return JSON.stringify([action, entity, name]);
}
