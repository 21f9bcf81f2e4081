import type {SandboxSwitches} from '../../source/sandbox/switches.ts';

/** The kind of an upload: the columns of a warehouse, or resources with edges. */
export type WorldKind = 'csv' | 'jsonl';

/** A page, as `table.column` or another ID (`pages.ts`). */
export type PageName = string;

/** An edge between two pages, as `from>to`. An end `~name` is a table of another integration. */
export type EdgeName = string;

/** Returns the ends of an edge. */
export function endsOf(edge: EdgeName): readonly [from: PageName, to: PageName] {
	const [from = '', to = ''] = edge.split('>');
	return [from, to];
}

/** The content of an upload. */
export type Content = {
	readonly pages: readonly PageName[];
	/** Absent if it has no file with edges. */
	readonly edges: readonly EdgeName[] | undefined;
	/** The description of each page, but for those with another one. */
	readonly text: string;
	readonly otherTexts: readonly PageName[];
};

/** Returns the description of a page in an upload. */
export function descriptionOf({text, otherTexts}: Content, page: PageName): string {
	return otherTexts.includes(page) ? `other ${text}` : text;
}

/** The fate of one request with a file. */
export type Fate =
	/** No connection: nothing is sent. */
	| {readonly kind: 'no-connection'; readonly reason: 'broken' | 'timeout'; readonly code: string | undefined}
	/** The connection breaks, or stalls, after some pieces of the body have arrived. */
	| {
			readonly kind: 'lost';
			readonly reason: 'broken' | 'timeout';
			readonly pieces: number;
			readonly isTaken: boolean;
			readonly answerMs: number;
	  }
	/** A response, after some pieces of the body have arrived. */
	| {
			readonly kind: 'reply';
			readonly status: number;
			readonly body: string;
			readonly contentType: string;
			readonly retryAfter: string | undefined;
			readonly pieces: number;
			readonly isTaken: boolean;
			readonly answerMs: number;
			/** The end of the response is lost. */
			readonly isBroken: boolean;
	  };

/** How the sync of an upload goes. */
export type SyncFate = {
	readonly startMs: number;
	readonly stepMs: number;
	/** The step before which it fails; it then changes nothing more. */
	readonly failsAt: number | undefined;
};

/** An upload by someone else. */
export type OtherUpload = {readonly at: number; readonly content: Content; readonly sync: SyncFate};

/** A change that a person makes in Secoda. */
export type Edit = {
	readonly at: number;
	readonly page: PageName;
	readonly change: 'describe' | 'archive' | 'restore' | 'own';
};

/** An edge that a person adds in Secoda. */
export type LinkEdit = {readonly at: number; readonly edge: EdgeName};

/** How the lists of the catalog are read. */
export type Reads = {
	readonly pageSize: number;
	readonly order: 'stable' | 'other-each-time' | 'moves-between-pages';
	readonly count: 'announced' | 'placeholder' | 'wavers';
	/** One of so many pages omits a row, repeats one, or fails; 0 = none. */
	readonly skips: number;
	readonly repeats: number;
	readonly faults: number;
	/** A page that no list has from some time on, although it is shown. */
	readonly lost: {readonly at: number; readonly page: PageName} | undefined;
	readonly isArchivedListed: boolean;
	readonly latencyMs: number;
	/** False if Secoda refuses requests with a sort. */
	readonly isSortTaken: boolean;
};

/** The uploads in the history of the integration: none, one with this outcome, or also an earlier one that is sent again. */
export type KnownHistory = 'none' | 'confirmed' | 'accepted' | 'unseen' | 'unknown' | 'rollback';

/** Everything that is decided about a run. The same seed gives the same world. */
export type World = {
	readonly seed: number;
	readonly kind: WorldKind;
	/** The pages that the catalog shows, with their edges and descriptions. It is what was sent last. */
	readonly before: Content;
	readonly archived: readonly PageName[];
	/** Edges of `before` that are no longer there. */
	readonly lostEdges: readonly EdgeName[];
	/** Pages to which people gave an owner, or a description. */
	readonly owned: readonly PageName[];
	readonly described: readonly PageName[];
	readonly file: Content;
	readonly history: KnownHistory;
	readonly isForced: boolean;
	readonly maxHidden: number | undefined;
	/** `older`: that of a plan which was made so many milliseconds before. */
	readonly approval: 'none' | 'given' | 'other' | {readonly olderMs: number};
	readonly waitMs: number;
	readonly fates: readonly Fate[];
	/** True if the client reads the whole body before it sends the first byte. */
	readonly readsAhead: boolean;
	readonly isProgressLate: boolean;
	readonly sync: SyncFate;
	readonly switches: Partial<SandboxSwitches>;
	readonly reads: Reads;
	readonly others: readonly OtherUpload[];
	readonly edits: readonly Edit[];
	readonly links: readonly LinkEdit[];
	readonly cancelAt: number | undefined;
	/** The sync is watched again after the upload. */
	readonly resume: {readonly afterMs: number; readonly waitMs: number} | undefined;
};

/** A world in which everything works, for single changes. */
export const quietWorld: World = {
	seed: 0,
	kind: 'csv',
	before: {pages: ['t.a', 't.b'], edges: undefined, text: 'before', otherTexts: []},
	archived: [],
	lostEdges: [],
	owned: [],
	described: [],
	file: {pages: ['t.a', 't.b', 't.c'], edges: undefined, text: 'before', otherTexts: []},
	history: 'none',
	isForced: false,
	maxHidden: undefined,
	approval: 'none',
	waitMs: 60_000,
	fates: [],
	readsAhead: false,
	isProgressLate: false,
	sync: {startMs: 1000, stepMs: 100, failsAt: undefined},
	switches: {},
	reads: {
		pageSize: 1000,
		order: 'stable',
		count: 'announced',
		skips: 0,
		repeats: 0,
		faults: 0,
		lost: undefined,
		isArchivedListed: true,
		latencyMs: 20,
		isSortTaken: true,
	},
	others: [],
	edits: [],
	links: [],
	cancelAt: undefined,
	resume: undefined,
};
