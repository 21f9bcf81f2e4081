import {listEdges, listPages, queryCatalog} from './catalog-reads.ts';
import {patchPage} from './edit-page.ts';
import {createIntegration, deleteIntegration, getIntegration, listIntegrations} from './integrations.ts';
import type {PageType} from './model.ts';
import type {Handler, Route} from './route.ts';
import {envelope} from './shapes.ts';
import {importJsonlMetadata, importMetadata} from './uploads.ts';

const getUser: Handler = (_request, url, {model, switches}) => {
	const user = {id: 'sandbox', email: 'you@sandbox.invalid', workspace_id: model.workspaceId};
	switch (switches.userAnswer) {
		case 'user':
			return {status: 200, body: user};
		case 'page':
			return {status: 200, body: envelope([user], url, one => one, switches)};
	}
};

const listTeams: Handler = (_request, url, {model, switches}) => ({
	status: 200,
	body: envelope(model.teams, url, team => team, switches),
});

/** The lists of pages by type [doc, table and column lists: seen]. */
const pageLists: ReadonlyArray<readonly [path: string, type: PageType]> = [
	['database/databases', 'database'],
	['database/schemas', 'schema'],
	['table/tables', 'table'],
	['table/columns', 'column'],
	['dashboard/dashboards', 'dashboard'],
	['dashboard/charts', 'chart'],
];

/** Returns the routes of a list: its pages, and the edit of one of them. */
function listRoutes(path: string, type: PageType): readonly Route[] {
	return [
		{method: 'GET', path: new RegExp(`^${path}$`), handle: listPages(type)},
		{method: 'PATCH', path: new RegExp(`^${path}/([^/]+)$`), handle: patchPage(type)},
	];
}

/** Every endpoint of the sandbox [doc]. */
export const routes: readonly Route[] = [
	{method: 'GET', path: /^healthcheck$/, open: true, handle: () => ({status: 200, body: {status: 'OK'}})},
	{method: 'GET', path: /^user$/, handle: getUser},
	{method: 'GET', path: /^auth\/teams$/, handle: listTeams},
	{method: 'GET', path: /^integration\/integrations$/, handle: listIntegrations},
	{method: 'POST', path: /^integration\/integrations$/, handle: createIntegration},
	{method: 'GET', path: /^integration\/integrations\/([^/]+)$/, handle: getIntegration},
	{method: 'DELETE', path: /^integration\/integrations\/([^/]+)$/, handle: deleteIntegration},
	{method: 'POST', path: /^integration\/integrations\/([^/]+)\/import_metadata$/, handle: importMetadata},
	{method: 'POST', path: /^integration\/integrations\/([^/]+)\/import_jsonl_metadata$/, handle: importJsonlMetadata},
	...pageLists.flatMap(([path, type]) => listRoutes(path, type)),
	{method: 'GET', path: /^resource\/catalog$/, handle: queryCatalog},
	{method: 'GET', path: /^lineage\/manual$/, handle: listEdges},
];
