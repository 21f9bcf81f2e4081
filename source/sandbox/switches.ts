/** What Secoda's documents leave open [unknown], and what a test may want to happen. Each can be changed at any time. */
export type SandboxSwitches = {
	/** The body of the answer to an upload. */
	answerBody: 'json' | 'json-without-id' | 'empty';
	/** Whether a 429 says when to come back. */
	retryAfter: boolean;
	/** Writes a minute, then 429 [doc: 30]. */
	writesPerMinute: number;
	/** Whether an upload counts as one of them. */
	uploadsCount: boolean;
	/** Whether a sync moves `scheduled_extractions_last_run` and `updated_at`. */
	lastRunMoves: boolean;
	/** Whether a list says how many there are; else 999999. */
	countKnown: boolean;
	/** How a missing link of a list is written; the documents show both. */
	missingLink: null | 'None';
	/** Whether a page that went stale comes back with its row. */
	revival: boolean;
	/** The integration's preference "Disable Automatic Staling". */
	staling: boolean;
	/** How long a sync takes, in milliseconds. */
	syncMs: number;
	/** Makes syncs fail: they change nothing. */
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
