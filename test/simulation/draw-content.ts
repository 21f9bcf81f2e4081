import type {Random} from '../reference/random.ts';
import {containers} from './jsonl-pages.ts';
import {pagesOf} from './pages.ts';
import type {Content, EdgeName, PageName, WorldKind} from './world.ts';

/** All pages and edges that uploads of a world can have. */
export type Universe = {
	readonly kind: WorldKind;
	readonly pages: readonly PageName[];
	readonly edges: readonly EdgeName[];
};

/** Draws the universe of a world. */
export function universeOf(random: Random): Universe {
	const tables = 1 + random.below(4);
	const each = random.pick([1, 3, 5, 5, 14]);
	const columns = Array.from({length: tables * each}, (_, at) => `t${at % tables}.c${Math.floor(at / tables)}`);
	if (!random.oneIn(4)) return {kind: 'csv', pages: columns, edges: []};
	const names = (count: number, prefix: string) => Array.from({length: count}, (_, at) => `${prefix}${at}`);
	const dashboards = names(random.below(4), 'd');
	const pages = [
		// Without them, tables can imply their schema.
		...(random.oneIn(3) ? [] : [containers.database, containers.schema]),
		...names(tables, 't'),
		...columns,
		...(random.oneIn(2) ? [] : ['g0']),
		...dashboards,
		...dashboards.flatMap(dashboard => names(random.below(3), `${dashboard}.h`)),
	];
	const ends = pages.filter(page => /^[td]/.test(page));
	const end = () => ends[random.below(ends.length)] ?? 't0';
	const edges = Array.from({length: random.below(9)}, () => `${end()}>${random.oneIn(6) ? '~t' : end()}`);
	return {kind: 'jsonl', pages, edges: [...new Set(edges)]};
}

/** Returns about all but one of `keep` items. */
export function subset<Item>(items: readonly Item[], random: Random, keep: number): readonly Item[] {
	return items.filter(() => !random.oneIn(keep));
}

/** Returns pages with those that contain them; never none. */
export function withParents({kind, pages: all}: Universe, pages: readonly PageName[]): readonly PageName[] {
	const {parentOf} = pagesOf[kind];
	const known = new Set(all);
	const wanted = new Set<PageName>();
	const add = (page: PageName | undefined) => {
		if (page === undefined || wanted.has(page)) return;
		add(parentOf(page, known));
		wanted.add(page);
	};
	for (const page of pages.length === 0 ? all.slice(0, 1) : pages) add(page);
	return [...wanted];
}

/** Draws a content with these pages: most of the edges between them, now and then others, or none. */
export function contentOf({edges}: Universe, pages: readonly PageName[], text: string, random: Random): Content {
	const known = new Set(pages);
	const inside = edges.filter(edge => edge.split('>').every(end => end.startsWith('~') || known.has(end)));
	const drawn = subset(random.oneIn(6) ? edges : inside, random, random.pick([2, 5, 1000]));
	return {
		pages,
		edges: drawn.length === 0 ? undefined : drawn,
		text,
		otherTexts: random.oneIn(3) ? subset(pages, random, 2) : [],
	};
}
