import {defaultSizes, type SceneSize} from '../../test/app/scenes/scene.ts';

/** The scenes of which docs/screens has pictures, in the order in which people meet them. */
const names = [
	'start-options',
	'set-up-1-workspace',
	'set-up-2-token-page',
	'set-up-3-token',
	'set-up-4-other-region',
	'set-up-5-token-storage',
	'set-up-6-integration',
	'set-up-7-new-integration',
	'set-up-8-teams',
	'set-up-9-file',
	'set-up-10-columns',
	'set-up-11-column',
	'set-up-12-name',
	'set-up-13-summary',
	'set-up-14-saved',
	'no-file-1-warehouse',
	'no-file-2-options',
	'no-file-4-query',
	'no-file-6-run',
	'no-file-7-wait',
	'home',
	'home-help',
	'home-remove',
	'home-edit',
	'home-errors',
	'history',
	'history-entry',
	'error',
	'review',
	'edit',
	'kinds',
	'fix-kind',
	'go-to',
	'filter-line',
	'filtered',
	'problems-only',
	'searched',
	'quit',
	'row-menu',
	'lineage',
	'mapping',
	'mapping-complete',
	'help',
	'save',
	'other-encoding',
	'preview',
	'stopped',
	'sending',
	'sync',
	'result',
] as const;

/** Further sizes, which README.md and the smallest window need. */
const others: Readonly<Record<string, readonly SceneSize[]>> = {home: [[100, 30]], review: [[100, 30]]};

/** The sizes in which pictures of each scene are taken. */
export const pictured: ReadonlyMap<string, readonly SceneSize[]> = new Map<string, readonly SceneSize[]>([
	...names.map(name => [name, [...defaultSizes, ...(others[name] ?? [])]] as const),
	['too-small', [[39, 9]]],
]);
