import {listEdges, listPages, queryCatalog} from './catalog-reads.ts';
import {createIntegration, deleteIntegration, getIntegration, listIntegrations} from './integrations.ts';
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

/** Every endpoint of the sandbox [doc, table and column lists: seen]. */
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
	{method: 'GET', path: /^database\/databases$/, handle: listPages('database')},
	{method: 'GET', path: /^database\/schemas$/, handle: listPages('schema')},
	{method: 'GET', path: /^table\/tables$/, handle: listPages('table')},
	{method: 'GET', path: /^table\/columns$/, handle: listPages('column')},
	{method: 'GET', path: /^dashboard\/dashboards$/, handle: listPages('dashboard')},
	{method: 'GET', path: /^dashboard\/charts$/, handle: listPages('chart')},
	{method: 'GET', path: /^resource\/catalog$/, handle: queryCatalog},
	{method: 'GET', path: /^lineage\/manual$/, handle: listEdges},
];
