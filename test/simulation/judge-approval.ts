import {limitsFrom} from '../../source/plan/guard.ts';
import type {Rule} from './rules.ts';
import type {RunResult} from './run.ts';
import {descriptionOf, type PageName, type World} from './world.ts';

type Broken = (rule: Rule, what: string) => void;

/** Judges what our uploads hid and nobody had approved, where the lists of the plan were right. */
export function judgeApproval(result: RunResult, broken: Broken): void {
	const {world} = result;
	if (world.approval === 'given' || !areListsRight(world)) return;
	const hidden = unapproved(result);
	judgeMarks(result, hidden, broken);
	// What others changed since the plan can be hidden too.
	if (world.others.length + world.edits.length > 0) return;
	judgeShares(result, hidden, broken);
	judgeTables(result, hidden, broken);
}

/** Returns the pages that our uploads hid, without those of an older plan that was approved. */
function unapproved({older, world, secoda}: RunResult): readonly PageName[] {
	const file = new Set(world.file.pages);
	const hidden = secoda.ours.flatMap(upload => [...upload.hidden]);
	return hidden.filter(page => !(older?.truth.shown.has(page) && !file.has(page)));
}

/**
Judges the pages on which people had left something before the lists were read and when the plan was made. A page that a person hid or
showed meanwhile can be missing in the lists.
*/
function judgeMarks({world, start, before, secoda}: RunResult, hidden: readonly PageName[], broken: Broken): void {
	const {switches, pages} = secoda;
	if (switches.marksListed === 'none') return;
	const isListed = (page: PageName) => {
		const type = pages.typeOf(page);
		// A list of tables that cannot be read leaves their owners unknown.
		return pages.judged.has(type) || (world.kind === 'csv' && type === 'table' && world.reads.faults === 0);
	};
	const wasShown = (page: PageName) => start.shown.has(page) && before.shown.has(page) && !secoda.edited.has(page);
	const known = hidden.filter(page => wasShown(page) && isListed(page));
	const owned = known.filter(page => start.owned.has(page) && before.owned.has(page));
	const isSentKnown = world.history !== 'none' && world.history !== 'unknown';
	const described = known.filter(
		page =>
			isSentKnown &&
			start.described.has(page) &&
			before.described.has(page) &&
			world.before.pages.includes(page) &&
			before.texts.get(page) !== descriptionOf(world.before, page),
	);
	if (owned.length > 0) broken('page with an owner hidden without approval', owned.join(' '));
	if (described.length > 0) broken('hidden without approval', `the descriptions of ${described.join(' ')}`);
}

/** Holds the limit of the safety stop against what was hidden, by type. */
function judgeShares({world, before, secoda}: RunResult, hidden: readonly PageName[], broken: Broken): void {
	const {pages} = secoda;
	const limits = limitsFrom({maxHidden: world.maxHidden});
	for (const type of pages.judged) {
		const count = (names: Iterable<PageName>) => [...names].filter(name => pages.typeOf(name) === type).length;
		const gone = count(hidden);
		const shown = count(before.shown);
		const share = (Math.min(count(world.file.pages), shown) * limits.maxHidden) / 100;
		if (gone >= limits.minHidden && gone > share) broken('hidden without approval', `${gone} of ${shown} ${type}s`);
	}
}

/** Judges tables that are in the file and lost over half of their columns. */
function judgeTables({world, before, secoda}: RunResult, hidden: readonly PageName[], broken: Broken): void {
	const {typeOf} = secoda.pages;
	const columns = (pages: readonly PageName[]) => pages.filter(page => typeOf(page) === 'column');
	const tableOf = (column: PageName) => column.slice(0, column.indexOf('.'));
	const file = columns(world.file.pages);
	for (const table of new Set(file.map(tableOf))) {
		const gone = columns(hidden).filter(page => tableOf(page) === table).length;
		const kept = file.filter(page => tableOf(page) === table && before.shown.has(page)).length;
		if (gone >= 2 && gone > kept) broken('hidden without approval', `${gone} columns of ${table}, ${kept} are left`);
	}
}

function areListsRight({reads: {skips, repeats, order, lost}}: World): boolean {
	return skips + repeats === 0 && order === 'stable' && lost === undefined;
}
