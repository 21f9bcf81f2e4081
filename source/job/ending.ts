/** How an upload can end. */
export type Outcome = 'confirmed' | 'accepted' | 'failed' | 'unknown' | 'refused' | 'cancelled';

/** What was sent. */
export type Sent = {readonly records: number; readonly bytes: number; readonly sha256: string};

/** What reading the catalog back showed. `expected` counts tables and columns; `seconds` since the answer. */
export type SyncCounts = {
	readonly expected: number;
	readonly found: number;
	readonly missing: number;
	readonly seconds: number;
};

/** The exit codes of the program. */
export const exitCodes = {
	done: 0,
	fileHasErrors: 1,
	wrongUsage: 2,
	unreadableFile: 3,
	token: 4,
	temporary: 5,
	unknown: 6,
	stoppedForSafety: 7,
	syncFailed: 8,
	notSeen: 9,
	inUse: 11,
	interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The end of an upload: what happened, the state of the catalog, and what to do next. */
export type Ending = {
	readonly outcome: Outcome;
	readonly exitCode: ExitCode;
	readonly sent: Sent | null;
	readonly sync: SyncCounts | null;
	/** What happened. */
	readonly message: string;
	/** "Nothing was sent", "Sent, 1,204 rows", "Unknown". */
	readonly catalog: string;
	readonly next: string;
	/** Where a person can look, if there is something to see. */
	readonly link?: string;
};

export const nothingSent = 'Nothing was sent; the catalog is as it was.';
