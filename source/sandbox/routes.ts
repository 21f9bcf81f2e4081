import type {IncomingMessage} from 'node:http';
import {parseQueryFilter, parseQuerySort, QueryError} from './catalog-query.ts';
import type {SandboxModel} from './model.ts';
import {receiveFile} from './receive-file.ts';
import {envelope, integrationJson, resourceJson} from './shapes.ts';
import type {SandboxSwitches} from './switches.ts';

/** A response, empty without a body. */
export type SandboxReply = {
	readonly status: number;
	readonly body?: object;
	readonly headers?: Readonly<Record<string, string>>;
};

/** An uploaded file. */
export type ReceivedUpload = {
	readonly integrationId: string;
	readonly name: string;
	readonly bytes: number;
	readonly sha256: string;
};

/** The state that routes read and change. */
export type RouteContext = {
	readonly model: SandboxModel;
	readonly switches: SandboxSwitches;
	/** Accepts a file and starts its sync. Returns the ID of the sync. */
	takeUpload(upload: ReceivedUpload, content: Buffer): string;
	/** Called after a change that must be saved. */
	changed(): void;
};

type Handler = (
	request: IncomingMessage,
	url: URL,
	context: RouteContext,
	id: string,
) => SandboxReply | Promise<SandboxReply>;

type Route = {
	readonly method: 'GET' | 'POST' | 'DELETE';
	/** The path without `/api/v1` and slashes at the ends; `(id)` is a group. */
	readonly path: RegExp;
	readonly open?: true;
	readonly handle: Handler;
};

/** Returns an error response with a `detail` (the real shape of errors is [unknown]). */
export function errorReply(status: number, detail: string, headers?: Readonly<Record<string, string>>): SandboxReply {
	return {status, body: {detail}, ...(headers === undefined ? {} : {headers})};
}

/** Every endpoint of the sandbox [doc, table and column lists: seen]. */
export const routes: readonly Route[] = [
	{method: 'GET', path: /^healthcheck$/, open: true, handle: () => ({status: 200, body: {status: 'OK'}})},
	{
		method: 'GET',
		path: /^user$/,
		handle: (_request, _url, {model}) => ({
			status: 200,
			body: {id: 'sandbox', email: 'you@sandbox.invalid', workspace_id: model.workspaceId},
		}),
	},
	{
		method: 'GET',
		path: /^auth\/teams$/,
		handle: (_request, url, {model, switches}) => ({
			status: 200,
			body: envelope(model.teams, url, team => team, switches),
		}),
	},
	{method: 'GET', path: /^integration\/integrations$/, handle: listIntegrations},
	{method: 'POST', path: /^integration\/integrations$/, handle: createIntegration},
	{
		method: 'GET',
		path: /^integration\/integrations\/([^/]+)$/,
		handle(_request, _url, {model}, id) {
			const integration = model.integrations.get(id);
			return integration === undefined ? notFound() : {status: 200, body: integrationJson(integration, model)};
		},
	},
	{
		method: 'DELETE',
		path: /^integration\/integrations\/([^/]+)$/,
		handle(_request, _url, {model, changed}, id) {
			if (!model.integrations.has(id)) return notFound();
			model.deleteIntegration(id);
			changed();
			return {status: 204};
		},
	},
	{method: 'POST', path: /^integration\/integrations\/([^/]+)\/import_metadata$/, handle: importMetadata},
	{method: 'GET', path: /^table\/tables$/, handle: (_request, url, context) => listPages('table', url, context)},
	{method: 'GET', path: /^table\/columns$/, handle: (_request, url, context) => listPages('column', url, context)},
	{method: 'GET', path: /^resource\/catalog$/, handle: queryCatalog},
];

function listIntegrations(_request: IncomingMessage, url: URL, {model, switches}: RouteContext): SandboxReply {
	const type = url.searchParams.get('type');
	const all = [...model.integrations.values()].filter(integration => type === null || integration.type === type);
	return {status: 200, body: envelope(all, url, integration => integrationJson(integration, model), switches)};
}

async function createIntegration(
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

async function importMetadata(
	request: IncomingMessage,
	_url: URL,
	context: RouteContext,
	id: string,
): Promise<SandboxReply> {
	const file = await receiveFile(request, 'file');
	if (!context.model.integrations.has(id)) return notFound();
	if (file === undefined) return errorReply(400, 'Send a form with one part named "file".');
	const {name, content, sha256} = file;
	const sync = context.takeUpload({integrationId: id, name, bytes: content.length, sha256}, content);
	switch (context.switches.answerBody) {
		case 'empty':
			return {status: 200};
		case 'json-without-id':
			return {status: 200, body: {status: 'queued'}};
		case 'json':
			return {status: 200, body: {id: sync}};
	}
}

function listPages(entityType: 'table' | 'column', url: URL, {model, switches}: RouteContext): SandboxReply {
	const integration = url.searchParams.get('integration_id') ?? undefined;
	const parent = url.searchParams.get('parent_id');
	const all = [...model.pages(integration)].filter(
		page => page.entityType === entityType && (parent === null || page.parentId === parent),
	);
	return {status: 200, body: envelope(all, url, resourceJson, switches)};
}

/** The maximum number of items over all pages of one query [doc]. */
const catalogCap = 10_000;

function queryCatalog(_request: IncomingMessage, url: URL, {model, switches}: RouteContext): SandboxReply {
	try {
		const test = parseQueryFilter(url.searchParams.get('filter'));
		const order = parseQuerySort(url.searchParams.get('sort'));
		const all = Array.from(model.pages(), page => ({...resourceJson(page)}))
			.filter(test)
			.sort(order);
		return {status: 200, body: envelope(all.slice(0, catalogCap), url, page => page, switches)};
	} catch (error) {
		if (error instanceof QueryError) return errorReply(400, error.message);
		throw error;
	}
}

function notFound(): SandboxReply {
	return errorReply(404, 'Not found.');
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown> | undefined> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk);
	try {
		const json: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
		return typeof json === 'object' && json !== null ? {...json} : undefined;
	} catch {
		return undefined;
	}
}
