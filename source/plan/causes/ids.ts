import type {EntityType, IdHashes, ResourceName} from '../../kinds/resources.ts';
import {tableTypes} from '../renames/find-renames.ts';
import type {Cause} from './cause.ts';
import type {CauseInput, FindCauses} from './cause-input.ts';
import {mostSamples} from './container-gone.ts';

/** A single resource with another id is a change like others. */
const fewest = 2;

type Renamed = {readonly entity: EntityType; readonly after: number; readonly before: number};

/** The causes, the most specific one first. */
const kinds = ['id-case', 'id-punctuated', 'other-ids'] as const;

/** Finds resources with other ids: first those whose ids differ only in case, then those that differ only in white space and separators. */
export const findOtherIds: FindCauses = (input, claims) => {
	const renamed = renamedById(input)
		.filter(({entity, after}) => claims.isCreated(entity, after))
		.map(pair => ({...pair, kind: kindOf(idsOfPair(input, pair))}));
	return kinds.flatMap((kind): readonly Cause[] => {
		const found = renamed.filter(pair => pair.kind === kind);
		if (found.length < fewest) return [];
		const claim = claims.start();
		for (const {entity, after, before} of found) {
			claim.addCreated(entity, after);
			claim.addHidden(entity, before);
		}

		const names = found
			.slice(0, mostSamples)
			.map(({entity, before}): ResourceName => input.before.side.nameOf(entity, before));
		return [{kind, count: found.length, names, explained: claim.explained, fix: []}];
	});
};

/** Returns the renamed resources of types that have ids. */
function renamedById({changes}: CauseInput): readonly Renamed[] {
	const types = tableTypes(changes.entities);
	return Array.from({length: changes.length}, (_, at) => at)
		.filter(at => changes.actionAt(at) === 'renamed')
		.map(at => changes.at(at))
		.filter(({entity}) => entity !== types?.table && entity !== types?.column);
}

function idsOfPair({after, before}: CauseInput, {entity, after: own, before: other}: Renamed) {
	return [after.inventory.of(entity).idsOf(own), before.inventory.of(entity).idsOf(other)] as const;
}

function kindOf([own, other]: readonly [IdHashes, IdHashes]): (typeof kinds)[number] {
	if (own.folded === other.folded) return 'id-case';
	return own.plain === other.plain ? 'id-punctuated' : 'other-ids';
}
