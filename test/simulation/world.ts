/** A column of the warehouse, as `table.column`. */
export type ColumnName = string;

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
export type OtherUpload = {readonly at: number; readonly columns: readonly ColumnName[]; readonly sync: SyncFate};

/** A change that a person makes in Secoda. */
export type Edit = {
	readonly at: number;
	readonly column: ColumnName;
	readonly change: 'describe' | 'archive' | 'restore' | 'own';
};

/** How the lists of the catalog are read. */
export type Reads = {
	readonly pageSize: number;
	readonly order: 'stable' | 'other-each-time' | 'moves-between-pages';
	readonly count: 'announced' | 'placeholder' | 'wavers';
	/** One of so many pages omits a row, repeats one, or fails; 0 = none. */
	readonly skips: number;
	readonly repeats: number;
	readonly faults: number;
	/** A column that no list has from some time on, although it is shown. */
	readonly lost: {readonly at: number; readonly column: ColumnName} | undefined;
	readonly isArchivedListed: boolean;
	readonly latencyMs: number;
};

/** Everything that is decided about a run. The same seed gives the same world. */
export type World = {
	readonly seed: number;
	readonly shown: readonly ColumnName[];
	readonly archived: readonly ColumnName[];
	readonly owned: readonly ColumnName[];
	readonly file: readonly ColumnName[];
	readonly maxHidden: number | undefined;
	readonly approval: 'none' | 'given' | 'other';
	readonly waitMs: number;
	readonly fates: readonly Fate[];
	/** True if the client reads the whole body before it sends the first byte. */
	readonly readsAhead: boolean;
	readonly isProgressLate: boolean;
	readonly sync: SyncFate;
	readonly staling: boolean;
	readonly revival: boolean;
	readonly answerBody: 'json' | 'json-without-id' | 'empty';
	readonly missingLink: null | 'None';
	readonly reads: Reads;
	readonly others: readonly OtherUpload[];
	readonly edits: readonly Edit[];
	readonly cancelAt: number | undefined;
	/** The sync is watched again after the upload. */
	readonly resume: {readonly afterMs: number; readonly waitMs: number} | undefined;
};

/** A world in which everything works, for single changes. */
export const quietWorld: World = {
	seed: 0,
	shown: ['t.a', 't.b'],
	archived: [],
	owned: [],
	file: ['t.a', 't.b', 't.c'],
	maxHidden: undefined,
	approval: 'none',
	waitMs: 60_000,
	fates: [],
	readsAhead: false,
	isProgressLate: false,
	sync: {startMs: 1000, stepMs: 100, failsAt: undefined},
	staling: true,
	revival: true,
	answerBody: 'json',
	missingLink: null,
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
	},
	others: [],
	edits: [],
	cancelAt: undefined,
	resume: undefined,
};
