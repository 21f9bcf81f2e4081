import {count, plural} from '../text/format.ts';
import {pluralNames} from './entity-names.ts';
import type {GuardReason} from './guard.ts';

/** Returns a reason of a safety stop as a clause. */
export function reasonText(reason: GuardReason): string {
	switch (reason.code) {
		case 'incomplete-baseline': {
			const {entities, listed, announced} = reason;
			const pages = pluralNames(entities);
			return announced > listed
				? `the catalog listed only ${count(listed)} of its ${count(announced)} ${pages}, so it is unknown what would be hidden`
				: `the catalog listed only its first ${count(listed)} ${pages}, so it is unknown what would be hidden`;
		}

		case 'many-hidden': {
			const {hidden, shown, entity} = reason;
			return `${count(hidden)} of the ${count(shown)} ${entity.plural} in the catalog are not in the file and would be hidden`;
		}

		case 'few-rows':
			return `the file has ${plural(reason.rows, 'row')}, fewer than the minimum of ${count(reason.minRows)}`;
		case 'old-file':
			return `the file was written ${plural(Math.floor(reason.age), 'hour')} ago, more than the maximum of ${plural(reason.maxAge, 'hour')}`;
		case 'other-kind':
			return `the last upload to this integration was of another kind (${reason.earlier}), so Secoda may replace every page by a new one`;
	}
}
