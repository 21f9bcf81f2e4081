import type {IncomingMessage} from 'node:http';
import {readJson} from './read-json.ts';
import {errorReply, type Handler, notFound, type RouteContext, type SandboxReply} from './route.ts';
import {envelope, integrationJson} from './shapes.ts';

export const listIntegrations: Handler = (_request, url, {model, switches}) => {
	const type = url.searchParams.get('type');
	const all = [...model.integrations.values()].filter(integration => type === null || integration.type === type);
	return {status: 200, body: envelope(all, url, integration => integrationJson(integration, model), switches)};
};

export const getIntegration: Handler = (_request, _url, {model}, id) => {
	const integration = model.integrations.get(id);
	return integration === undefined ? notFound() : {status: 200, body: integrationJson(integration, model)};
};

export const deleteIntegration: Handler = (_request, _url, {model, changed}, id) => {
	if (!model.integrations.has(id)) return notFound();
	model.deleteIntegration(id);
	changed();
	return {status: 204};
};

export async function createIntegration(
	request: IncomingMessage,
	_url: URL,
	{model, changed}: RouteContext,
): Promise<SandboxReply> {
	const json = await readJson(request);
	const {type, name, teams: given} = json ?? {};
	if (typeof type !== 'string') return errorReply(400, 'A type is required.');
	const teams = Array.isArray(given) ? given.map(String) : [];
	if (teams.some(id => !model.teams.some(team => team.id === id))) return errorReply(400, 'The team does not exist.');
	const integration = model.addIntegration(typeof name === 'string' ? name : '', type, teams);
	changed();
	return {status: 201, body: integrationJson(integration, model)};
}
