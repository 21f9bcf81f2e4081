import {systemClock, type Timer} from '../clock.ts';
import {redact} from '../text/redact.ts';
import {type Address, syncsPageUrl} from './address.ts';
import {createIntegration, type NewIntegration} from './create-integration.ts';
import {type CatalogEdge, edgeList, edgeQuery} from './edges.ts';
import {catalogError, isCatalogError} from './error.ts';
import {createHttpClient} from './http.ts';
import {integrationPath} from './integration-path.ts';
import {type CatalogListItem, type CatalogListName, listCap, lists} from './lists.ts';
import {messages} from './messages.ts';
import {defaultListLimits, type ListLimits} from './page-sequence.ts';
import {type ListRequest, pages} from './pages.ts';
import type {Environment} from './proxy.ts';
import {
	type Integration,
	type ListPage,
	readIntegration,
	readTeam,
	readTokenOwner,
	type Team,
	type TokenOwner,
} from './shapes.ts';
import {sortedLists} from './sorted-lists.ts';
import type {SendRequest} from './transport.ts';
import {type TransferOptions, type UploadRequest, type UploadResult, upload} from './upload.ts';

/** The client of Secoda's API. Reads throw CatalogError; an upload returns its result. */
export type Catalog = {
	readonly address: Address;
	/** Checks that the address is a catalog [doc: `/healthcheck`]. The token is not sent. */
	checkHealth(signal: AbortSignal): Promise<void>;
	/** Returns the owner of the token; all fields are unknown where the server can only confirm that the token is valid. */
	tokenOwner(signal: AbortSignal): Promise<TokenOwner>;
	/** Returns the integration with an ID. Success also proves that the token is valid. */
	integration(id: string, signal: AbortSignal): Promise<Integration>;
	/** Lists the integrations that accept files, page by page. */
	integrations(signal: AbortSignal): AsyncGenerator<readonly Integration[], void, void>;
	/** Creates an integration that accepts files. The request is never repeated. */
	createIntegration(wanted: NewIntegration, signal: AbortSignal): Promise<Integration>;
	/** Returns the teams that an integration can belong to. */
	teams(signal: AbortSignal): Promise<readonly Team[]>;
	/** The number of rows at which a list may end early. */
	readonly listCap: number;
	/** Lists the resources of an integration, or those with one parent, including archived ones, page by page. */
	list<Name extends CatalogListName>(
		name: Name,
		integration: string,
		signal: AbortSignal,
		parent?: string,
	): AsyncGenerator<ListPage<CatalogListItem<Name>>, void, void>;
	/** Lists the edges that end at pages with these IDs, at most `maxEdgeTargets`. Whether it has uploaded edges is [unknown]. */
	edges(toIds: readonly string[], signal: AbortSignal): AsyncGenerator<ListPage<CatalogEdge>, void, void>;
	/** Sends files in one request. It is repeated only if nothing can have been accepted. */
	upload(integration: string, request: UploadRequest, options: TransferOptions): Promise<UploadResult>;
	/** Returns the page that shows the syncs of an integration [doc]. */
	syncsPageUrl(integration: string): string;
};

export type ConnectOptions = {
	readonly address: Address;
	readonly token: string;
	/** The time limit of a read, and of an upload without progress, in milliseconds; `--timeout`. */
	readonly timeoutMs?: number | undefined;
	/** Limits for reading one list, where they differ from the defaults. */
	readonly limits?: Partial<ListLimits>;
	/** The number of rows at which a list may end early, if it is not that of `lists.ts`. */
	readonly listCap?: number;
	/** The environment with HTTPS_PROXY and NO_PROXY. */
	readonly env?: Environment;
	readonly timer?: Timer;
	/** Sends the requests; by default over HTTP. */
	readonly sendRequest?: SendRequest;
};

/** [seen] up to 1000. */
const page_size = '1000';

const unknownOwner: TokenOwner = {name: undefined, email: undefined, workspaceId: undefined};

/** Creates the client without sending a request. @throws CatalogError for an invalid token or proxy */
export function connect({
	address,
	token,
	timeoutMs = 30_000,
	limits,
	listCap: cap = listCap,
	env = process.env,
	timer = systemClock,
	sendRequest,
}: ConnectOptions): Catalog {
	const http = createHttpClient({address, token, timeoutMs, env, timer, sendRequest});
	const listLimits = {...defaultListLimits, ...limits};
	const list = 'integration/integrations/';
	const sorted = sortedLists();
	// A server may echo the token, and names are shown and saved.
	const clean = (text: string) => redact(text, [token]);
	const named = <Item extends {readonly name: string}>(item: Item): Item => ({...item, name: clean(item.name)});
	return {
		address,
		async checkHealth(signal) {
			// Documented with and without /api/v1.
			const json = await http
				.get('healthcheck/', {anonymous: true, signal})
				.catch(fallbackIfNotFound(() => http.get('../../healthcheck/', {anonymous: true, signal})));
			if (typeof json === 'object' && json !== null && 'status' in json) return;
			throw catalogError('unexpected-answer', ...messages.notSecoda);
		},
		tokenOwner: signal =>
			http.get('user/', {signal}).then(
				json => {
					const {name, email, ...rest} = readTokenOwner(json);
					return {...rest, name: name && clean(name), email: email && clean(email)};
				},
				fallbackIfNotFound(async () => {
					await http.get(list, {query: {type: 'custom', page_size: '1'}, signal});
					return unknownOwner;
				}),
			),
		integration: async (id, signal) =>
			named(readIntegration(await http.get(integrationPath(id), {subject: 'integration', signal}))),
		async *integrations(signal) {
			for await (const {items} of all(list, {type: 'custom'}, readIntegration, signal)) yield items.map(named);
		},
		createIntegration: async (wanted, signal) => named(await createIntegration(http, wanted, signal)),
		async teams(signal) {
			const teams: Team[] = [];
			for await (const {items} of all('auth/teams/', {}, readTeam, signal)) teams.push(...items.map(named));
			return teams;
		},
		listCap: cap,
		list(name, integration_id, signal, parent_id) {
			const {path, readItem} = lists[name];
			const query = {integration_id, ...(parent_id === undefined ? {} : {parent_id})};
			return sorted(sort => all(path, {...query, ...sort}, readItem, signal));
		},
		edges: (toIds, signal) => all(edgeList.path, edgeQuery(toIds), edgeList.readItem, signal),
		upload: (integration, request, options) => upload(http, integration, request, options),
		syncsPageUrl: integration => syncsPageUrl(address, integration),
	};

	function all<Item>(
		path: string,
		query: Readonly<Record<string, string>>,
		readItem: ListRequest<Item>['readItem'],
		signal: AbortSignal,
	): AsyncGenerator<ListPage<Item>, void, void> {
		return pages(http, {path, query: {...query, page_size}, limits: listLimits, readItem}, signal);
	}
}

/** Returns an error handler that tries another request after a 404. */
function fallbackIfNotFound<Value>(other: () => Promise<Value>): (error: unknown) => Promise<Value> {
	return error => {
		if (isCatalogError(error) && error.code === 'not-found') return other();
		throw error;
	};
}
