import {redact} from '../text/redact.ts';
import {type Address, syncsPageUrl} from './address.ts';
import {createIntegration, type NewIntegration} from './create-integration.ts';
import {catalogError, isCatalogError} from './error.ts';
import {createHttpClient} from './http.ts';
import {integrationPath} from './integration-path.ts';
import {type CatalogListItem, type CatalogListName, lists} from './lists.ts';
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
import {type TransferOptions, type UploadRequest, type UploadResult, upload} from './upload.ts';

/** Secoda as this program needs it. Reads throw CatalogError; an upload answers what is known. */
export type Catalog = {
	readonly address: Address;
	/** Whether a catalog answers at the address [doc: `/healthcheck`]. The token stays at home. */
	checkHealth(signal: AbortSignal): Promise<void>;
	/** Whose token it is; all unknown where the address only shows that the token is good. */
	tokenOwner(signal: AbortSignal): Promise<TokenOwner>;
	/** The integration with this id. It also shows that the token is good. */
	integration(id: string, signal: AbortSignal): Promise<Integration>;
	/** The integrations that take files, page by page. */
	integrations(signal: AbortSignal): AsyncGenerator<readonly Integration[], void, void>;
	/** Makes an integration that takes files. It is asked for once. */
	createIntegration(wanted: NewIntegration, signal: AbortSignal): Promise<Integration>;
	/** The teams that an integration can belong to. */
	teams(signal: AbortSignal): Promise<readonly Team[]>;
	/** Every page of a list of an integration, archived ones among them, page by page. */
	list<Name extends CatalogListName>(
		name: Name,
		integration: string,
		signal: AbortSignal,
	): AsyncGenerator<ListPage<CatalogListItem<Name>>, void, void>;
	/** Sends files in one request; it is written once. */
	upload(integration: string, request: UploadRequest, options: TransferOptions): Promise<UploadResult>;
	/** The page on which a person sees the syncs of an integration [doc]. */
	syncsPageUrl(integration: string): string;
};

export type ConnectOptions = {
	readonly address: Address;
	readonly token: string;
	/** Milliseconds that a read may take, and that an upload may stand still; `--timeout`. */
	readonly timeoutMs?: number | undefined;
	/** What reading one list may cost, where that is not as usual. */
	readonly limits?: Partial<ListLimits>;
	/** Where HTTPS_PROXY and NO_PROXY are read. */
	readonly env?: Environment;
};

/** [seen] up to 1000. */
const page_size = '1000';

const unknownOwner: TokenOwner = {name: undefined, email: undefined, workspaceId: undefined};

/** Makes the client. Nothing is asked yet. @throws CatalogError for a token or a proxy that cannot be used. */
export function connect({address, token, timeoutMs = 30_000, limits, env = process.env}: ConnectOptions): Catalog {
	const http = createHttpClient({address, token, timeoutMs, env});
	const listLimits = {...defaultListLimits, ...limits};
	const list = 'integration/integrations/';
	// A server may send the token back, and names are shown and saved.
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
			throw catalogError(
				'unexpected-answer',
				'The address does not answer as a catalog does.',
				'Check the address: it should be a Secoda workspace.',
			);
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
		list(name, integration_id, signal) {
			const {path, readItem} = lists[name];
			return all(path, {integration_id}, readItem, signal);
		},
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

/** Another way where the first does not exist. */
function fallbackIfNotFound<Value>(other: () => Promise<Value>): (error: unknown) => Promise<Value> {
	return error => {
		if (isCatalogError(error) && error.code === 'not-found') return other();
		throw error;
	};
}
