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
	/** The response to a request for the user: clients have seen one user, and a page of users. */
	userAnswer: 'user' | 'page';
	/** The body of the error for a JSONL upload that is not valid: a sentence, or messages by part of the form. */
	errorBody: 'detail' | 'parts';
	/** Lets a JSONL upload have parts of other names than those seen in clients. Their file names say what they are. */
	otherPartNames: 'ignored' | 'taken';
	/** Refuses a JSONL upload with an invalid line, or lets its sync fail. */
	invalidLines: 'refused' | 'fail-sync';
	/** Accepts a byte order mark, blank lines and CRs in JSONL. */
	lineForm: 'lenient' | 'strict';
	/** Requires a resource to follow its parent. */
	lineOrder: 'any' | 'parents-first';
	/** Creates pages for the database and the schema that a table names, if the upload has no parent for it. */
	impliedParents: boolean;
	/** Finds the pages of a CSV again in a JSONL upload by their names, and the other way round. */
	sharedIdentity: boolean;
	/** The edges of earlier uploads that are not in an upload; by default only an upload with a lineage file removes them. */
	missingEdges: 'kept' | 'removed' | 'removed-with-file';
	/** Accepts edges that form a cycle. */
	edgeCycles: 'accepted' | 'fail-sync';
	/** Shows uploaded edges in the list of manual lineage. */
	edgesListed: boolean;
	/** The names of the ends in that list; the documentation shows both. */
	edgeEnds: 'from_entity_id' | 'from_entity';
	/** Marks uploaded edges in that list as manual. */
	edgesManual: boolean;
	/** Limits that list to the pages that a request names; otherwise it always has all edges. */
	edgesFiltered: boolean;
	/** The integration's preference "Property import" [doc], for descriptions. `smart`: a person's edit in Secoda wins. */
	propertyImport: 'never' | 'smart' | 'always';
	/** Which fields of what people made of a page the lists have: those that were seen too, only documented ones, or none. */
	marksListed: 'all' | 'documented' | 'none';
	/** The items of owners, tags, collections and bookmarks: their IDs, or objects. */
	markItems: 'ids' | 'objects';
	/** The order of a list without a sort. `usage`: it changes with each request, so that pages repeat and skip rows [doc: catalog query]. */
	unsortedOrder: 'stable' | 'usage';
	/** Sorts the lists by type as a request asks, ignores that, or refuses it. The catalog query always sorts [doc]. */
	listSort: 'taken' | 'ignored' | 'refused';
	/** The maximum number of items on one page of a list [seen: 1000]. */
	maxPageSize: number;
	/** The maximum number of pages in a list by type; 0 for no limit. The catalog query has one of 10,000 [doc]. */
	listCap: number;
	/** The count of a list that has more pages than that. */
	cappedCount: 'shown' | 'all';
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
	userAnswer: 'user',
	errorBody: 'detail',
	otherPartNames: 'ignored',
	invalidLines: 'refused',
	lineForm: 'lenient',
	lineOrder: 'any',
	impliedParents: false,
	sharedIdentity: false,
	missingEdges: 'removed-with-file',
	edgeCycles: 'accepted',
	edgesListed: true,
	edgeEnds: 'from_entity_id',
	edgesManual: false,
	edgesFiltered: true,
	propertyImport: 'smart',
	marksListed: 'all',
	markItems: 'ids',
	unsortedOrder: 'stable',
	listSort: 'taken',
	maxPageSize: 1000,
	listCap: 0,
	cappedCount: 'shown',
};
