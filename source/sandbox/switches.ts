/** Behaviour that Secoda's documentation leaves open [unknown], and faults for tests. Each can be changed at any time. */
export type SandboxSwitches = {
	/** The body of the response to an upload. */
	answerBody: 'json' | 'json-without-id' | 'empty';
	/** Sends Retry-After with a 429. */
	retryAfter: boolean;
	/** Writes per minute before a 429 [doc: 30]. */
	writesPerMinute: number;
	/** Counts uploads as writes. */
	uploadsCount: boolean;
	/** Lets a sync update `scheduled_extractions_last_run` and `updated_at`. */
	lastRunMoves: boolean;
	/** Returns the count of a list; 999999 otherwise. */
	countKnown: boolean;
	/** The value of a missing link in a list; the documentation shows both. */
	missingLink: null | 'None';
	/** Restores a stale page when its row is uploaded again. */
	revival: boolean;
	/** The integration's preference "Disable Automatic Staling". */
	staling: boolean;
	/** The duration of a sync, in milliseconds. */
	syncMs: number;
	/** Makes syncs fail without any change. */
	syncsFail: boolean;
};

export const defaultSwitches: Readonly<SandboxSwitches> = {
	answerBody: 'json',
	retryAfter: true,
	writesPerMinute: 30,
	uploadsCount: true,
	lastRunMoves: true,
	countKnown: true,
	missingLink: null,
	revival: true,
	staling: true,
	syncMs: 1500,
	syncsFail: false,
};
