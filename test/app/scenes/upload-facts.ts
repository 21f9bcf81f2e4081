import {catalogError} from '../../../source/catalog/error.ts';
import type {JobEvent, Preview, WatchTarget} from '../../../source/job/events.ts';
import type {WatchResult} from '../../../source/job/watch.ts';
import {columnType, warehouseResources} from '../../../source/kinds/warehouse/resources.ts';
import {sumCounts} from '../../../source/plan/counts.ts';
import type {EdgeStatus} from '../../../source/plan/edge-evidence.ts';
import {withoutChanges} from '../../support/plans.ts';

const {entities} = warehouseResources;
const link = 'https://eu.secoda.co/integrations/warehouse/syncs';
const sent = {
	records: 1204,
	bytes: 198_311,
	sha256: '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
};

/** A plan for the pages of 38 tables that hides nothing. */
export const clear: Preview = {
	plan: {
		id: 'plan-38-0',
		entities,
		file: {tables: 38, columns: 1166},
		catalog: {tables: 35, columns: 1120},
		created: {tables: 3, columns: 46},
		kept: {tables: 35, columns: 1120},
		hidden: {tables: 0, columns: 0},
		...withoutChanges,
	},
	guardResult: {kind: 'clear'},
	warnings: 2,
	notSent: ['owner', 'Anmerkung'],
	snapshot: sent,
	integration: {id: 'warehouse', name: 'Warehouse 倉庫'},
	host: 'eapi.secoda.co',
	link,
};

/** The preview of an upload that hides some pages. */
export const hiding: Preview = {
	...clear,
	plan: {
		...clear.plan,
		id: 'plan-38-21',
		hidden: {tables: 1, columns: 20},
	},
};

/** The preview of an upload with resources that the catalog does not list. */
export const unlisted: Preview = {
	...clear,
	plan: {
		...clear.plan,
		entities: [...entities, {singular: 'dashboard group', plural: 'dashboard groups', isPlain: false}],
		file: {...clear.plan.file, dashboardGroups: 12},
	},
};

/** The preview of an upload with edges. */
export const withEdges: Preview = {
	...clear,
	plan: {
		...clear.plan,
		edges: {file: 2213, external: 3, sample: 1000, listed: 880, unlisted: 120, notInFile: 5, problem: undefined},
	},
};

/** The state of these edges in the catalog. */
export function edgesFound(state: 'complete' | 'incomplete' | 'not-listed', found: number): EdgeStatus {
	return {state, counts: {file: 2213, external: 3, sample: 1000, expected: 1000, found, created: Math.min(found, 120)}};
}

/** The preview of an upload with a safety stop. */
export const stopped: Preview = {
	...hiding,
	guardResult: {
		kind: 'stopped',
		reasons: [
			{code: 'many-hidden', entity: columnType, hidden: 20, shown: 1120},
			{code: 'few-rows', rows: 0, minRows: 1},
		],
	},
};

export const target: WatchTarget = {
	integration: clear.integration.name,
	host: clear.host,
	link,
	sent,
	expected: sumCounts(clear.plan.file),
	entities,
	hides: true,
};

/** A reading of the catalog during the sync. */
export function syncProgress(found: number, stillShown: number, edges?: EdgeStatus): JobEvent {
	return {type: 'syncing', counts: countsOf(found), stillShown, entities, edges};
}

export function watched(
	evidence: NonNullable<WatchResult['status']>['evidence'],
	found: number,
	stillShown: number,
	edges?: EdgeStatus,
): WatchResult {
	const isProof = evidence === 'complete';
	const seen = {counts: countsOf(found), evidence, stillShown, entities, unlisted: [], isProof, edges};
	return {status: seen, failure: undefined, seconds: 42, isCancelled: false};
}

function countsOf(found: number) {
	return {expected: target.expected, found, missing: target.expected - found, seconds: 42};
}

export const unreachable = catalogError('unreachable', 'Cannot connect to eapi.secoda.co (ECONNREFUSED).', 'Wait.');
