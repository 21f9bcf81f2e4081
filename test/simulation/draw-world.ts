import type {SandboxSwitches} from '../../source/sandbox/switches.ts';
import {Random} from '../reference/random.ts';
import {contentOf, subset, type Universe, universeOf, withParents} from './draw-content.ts';
import {drawFate} from './draw-fate.ts';
import type {Content, Edit, LinkEdit, OtherUpload, PageName, Reads, SyncFate, World} from './world.ts';

/** Returns the world of a seed. */
export function worldOf(seed: number): World {
	// Neighbouring seeds must not look alike.
	const random = new Random(Math.imul(seed + 1, 0x9e3779b1));
	const all = universeOf(random);
	const shown = withParents(all, subset(all.pages, random, random.pick([2, 3, 9])));
	const before = contentOf(all, shown, 'before', random);
	const file = fileOf(all, before, random);
	const isAlone = random.oneIn(2);
	const readsAhead = random.oneIn(2);
	const time = () => random.below(random.pick([1000, 8000, 40_000]));
	const times = (limit: number) => Array.from({length: isAlone ? 0 : random.below(limit)}, time);
	return {
		seed,
		kind: all.kind,
		before,
		archived: random.oneIn(2) ? [] : archivedOf(all, shown, random),
		lostEdges: random.oneIn(3) ? subset(before.edges ?? [], random, 2) : [],
		owned: random.oneIn(2) ? [] : subset([...shown, ...tablesOf(all)], random, 4),
		described: random.oneIn(2) ? [] : subset(shown, random, random.pick([2, 9])).slice(0, 3),
		file,
		history: random.pick(['none', 'none', 'confirmed', 'confirmed', 'accepted', 'unseen', 'unknown', 'rollback']),
		isForced: random.oneIn(6),
		maxHidden: random.pick([undefined, undefined, 100, 30, 1]),
		approval: random.pick(['none', 'none', 'given', 'other', {olderMs: random.pick([0, 500, 9000])}]),
		waitMs: random.pick([0, 4000, 12_000, 30_000]),
		fates: random.oneIn(3)
			? []
			: Array.from({length: random.below(4)}, () =>
					drawFate(random, {readsAhead, pieces: file.edges === undefined ? 3 : 5}),
				),
		readsAhead,
		isProgressLate: random.oneIn(3),
		sync: syncFate(random),
		switches: switchesOf(random),
		reads: readsOf(all.pages, random),
		others: times(3).map(at => otherUpload(all, before, file, at, random)),
		edits: times(4).map(at => editOf(all, at, random)),
		links: times(3).flatMap(at => linkOf(all, at, random)),
		cancelAt: random.oneIn(6) ? time() : undefined,
		resume: random.oneIn(3)
			? {afterMs: random.pick([0, 1000, 300_000]), waitMs: random.pick([4000, 25_000])}
			: undefined,
	};
}

function archivedOf(all: Universe, shown: readonly PageName[], random: Random): readonly PageName[] {
	const rest = all.pages.filter(page => !shown.includes(page));
	return withParents(all, subset(rest, random, 2)).filter(page => !shown.includes(page));
}

/** Returns the tables of a CSV, which are no rows of it. */
function tablesOf({kind, pages}: Universe): readonly PageName[] {
	return kind === 'csv' ? [...new Set(pages.map(page => page.slice(0, page.indexOf('.'))))] : [];
}

function fileOf(all: Universe, before: Content, random: Random): Content {
	if (random.oneIn(6)) return before;
	const shown = before.pages;
	const wanted = random.pick([
		() => shown,
		() => all.pages,
		() => subset(all.pages, random, 3),
		() => [...subset(shown, random, 6), ...subset(all.pages, random, 2)],
		() => subset(shown, random, 8),
	])();
	const content = contentOf(all, withParents(all, wanted), random.pick(['before', 'ours', 'ours', '']), random);
	return random.oneIn(3) ? {...content, edges: before.edges} : content;
}

function otherUpload(all: Universe, before: Content, file: Content, at: number, random: Random): OtherUpload {
	const content = random.pick<() => Content>([
		() => fileOf(all, before, random),
		() => fileOf(all, before, random),
		() => contentOf(all, withParents(all, [...file.pages, ...subset(all.pages, random, 2)]), 'others', random),
		() => contentOf(all, withParents(all, subset(file.pages, random, 4)), 'others', random),
		() => ({...file, text: 'others'}),
		() => file,
	])();
	return {at, content, sync: syncFate(random)};
}

function editOf({pages}: Universe, at: number, random: Random): Edit {
	return {at, page: pageIn(pages, random), change: random.pick(['describe', 'archive', 'restore', 'own'])};
}

function linkOf({edges}: Universe, at: number, random: Random): readonly LinkEdit[] {
	const edge = edges[random.below(edges.length)];
	return edge === undefined || edge.includes('~') ? [] : [{at, edge}];
}

function pageIn(pages: readonly PageName[], random: Random): PageName {
	return pages[random.below(pages.length)] ?? 't0.c0';
}

function syncFate(random: Random): SyncFate {
	return {
		startMs: random.pick([0, 0, 1000, 8000]),
		stepMs: random.pick([0, 50, 300, 1500]),
		failsAt: random.oneIn(4) ? random.below(8) : undefined,
	};
}

function switchesOf(random: Random): Partial<SandboxSwitches> {
	return {
		staling: !random.oneIn(4),
		revival: !random.oneIn(3),
		answerBody: random.pick(['json', 'json-without-id', 'empty']),
		missingLink: random.pick([null, 'None']),
		propertyImport: random.pick(['smart', 'smart', 'always', 'never']),
		marksListed: random.pick(['all', 'all', 'documented', 'none']),
		impliedParents: random.oneIn(2),
		missingEdges: random.pick(['kept', 'removed', 'removed-with-file']),
		edgesListed: !random.oneIn(3),
		edgesManual: random.oneIn(4),
		edgesFiltered: !random.oneIn(4),
		edgeEnds: random.pick(['from_entity_id', 'from_entity']),
	};
}

function readsOf(pages: readonly PageName[], random: Random): Reads {
	const isQuiet = random.oneIn(3);
	const skips = isQuiet ? 0 : random.pick([0, 3, 30]);
	const lost = !isQuiet && random.oneIn(3) ? {at: random.below(3000), page: pageIn(pages, random)} : undefined;
	// A list that omits a row and does not count it either looks complete.
	const canWaver = !isQuiet && skips === 0 && lost === undefined;
	return {
		pageSize: Math.ceil(pages.length / random.pick([0.1, 1, 2, 4])),
		order: isQuiet ? 'stable' : random.pick(['stable', 'other-each-time', 'moves-between-pages']),
		count: random.pick(canWaver ? ['announced', 'placeholder', 'wavers'] : ['announced', 'announced', 'placeholder']),
		skips,
		repeats: isQuiet ? 0 : random.pick([0, 5, 30]),
		faults: isQuiet ? 0 : random.pick([0, 8, 40]),
		lost,
		isArchivedListed: !random.oneIn(4),
		latencyMs: random.pick([0, 20, 400]),
		isSortTaken: !random.oneIn(4),
	};
}
