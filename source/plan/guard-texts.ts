import type {ResourceName} from '../kinds/resources.ts';
import {count, plural} from '../text/format.ts';
import {countedNames, pluralNames} from './entity-names.ts';
import type {GuardReason} from './guard.ts';
import type {Loss} from './loss.ts';
import type {MarkName} from './marked-pages.ts';
import {nameText} from './name-text.ts';
import type {GoneGroup, ShrunkTable} from './shape.ts';

/** Returns a reason of a safety stop as a clause. */
export function reasonText(reason: GuardReason): string {
	switch (reason.code) {
		case 'incomplete-baseline': {
			const {entities, listed, announced, problem} = reason;
			const pages = pluralNames(entities);
			if (problem !== undefined)
				return `only ${count(listed)} of the ${pages} in the catalog could be read (${problem.replace(/\.$/, '')}), so it is unknown what would be hidden: try again later, or check the rights of the token`;
			return announced > listed
				? `the catalog listed only ${count(listed)} of its ${count(announced)} ${pages}, so it is unknown what would be hidden`
				: `the catalog listed only its first ${count(listed)} ${pages}, so it is unknown what would be hidden`;
		}

		case 'many-hidden': {
			const {hidden, shown, entity} = reason;
			return `${count(hidden)} of the ${count(shown)} ${entity.plural} in the catalog are not in the file and would be hidden`;
		}

		case 'loss':
			return lossText(reason.loss, reason.names);
		case 'groups-gone':
			return groupsText(reason.groups);
		case 'tables-shrunk':
			return shrunkText(reason.tables);
		case 'few-rows':
			return `the file has ${plural(reason.rows, 'row')}, fewer than the minimum of ${count(reason.minRows)}`;
		case 'old-file':
			return `the file was written ${plural(Math.floor(reason.age), 'hour')} ago, more than the maximum of ${plural(reason.maxAge, 'hour')}`;
		case 'other-kind':
			return `the last upload to this integration was of another kind (${reason.earlier}), so Secoda may replace every page by a new one`;
	}
}

/** Returns `40 columns would be hidden; 6 have an owner, 2 a description written in Secoda`. */
function lossText({hidden, counts, pages}: Loss, names: readonly ResourceName[]): string {
	const [first, ...others] = counts.map(({mark, pages}) => ({mark, pages}));
	if (first === undefined) return '';
	const verb = first.pages === 1 ? 'has' : 'have';
	const marks = [
		`${count(first.pages)} ${verb} ${markTexts[first.mark]}`,
		...others.map(({mark, pages}) => `${count(pages)} ${markTexts[mark]}`),
	];
	const shown = `${names.map(nameText).join(', ')}${pages > names.length ? ', …' : ''}`;
	return `${countedNames(hidden)} would be hidden; ${marks.join(', ')} (${shown})`;
}

const markTexts: {readonly [Mark in MarkName]: string} = {
	owner: 'an owner',
	description: 'a description written in Secoda',
	verified: 'a verification',
	tag: 'a tag',
	collection: 'a collection',
	bookmark: 'a bookmark',
};

function groupsText(groups: readonly GoneGroup[]): string {
	const tables = groups.reduce((sum, group) => sum + group.tables, 0);
	const hidden = tables === 0 ? '' : ` (${plural(tables, 'table')} would be hidden)`;
	const [first] = groups;
	if (first === undefined) return '';
	if (groups.length === 1) return `the file has nothing of the ${first.level} ${nameText(first.name)}${hidden}`;
	const levels = [...new Set(groups.map(({level}) => level))].sort().map(level => `${level}s`);
	return `the file has nothing of ${count(groups.length)} ${levels.join(' and ')}, such as ${nameText(first.name)}${hidden}`;
}

function shrunkText(tables: readonly ShrunkTable[]): string {
	const [first] = tables;
	if (first === undefined) return '';
	const lost = `${count(first.hidden)} of ${plural(first.shown, 'column')}`;
	return tables.length === 1
		? `the table ${nameText(first.name)} would lose ${lost}`
		: `${count(tables.length)} tables would lose over half of their columns, such as ${nameText(first.name)} (${lost})`;
}
