import {redact} from '../text/redact.ts';
import {type Address, syncsPage} from './address.ts';
import {createIntegration, type NewIntegration} from './create-integration.ts';
import {catalogError, isCatalogError} from './error.ts';
import {openHttp} from './http.ts';
import {integrationPath} from './integration-path.ts';
import {type ListItem, type ListName, lists} from './lists.ts';
import {type ListLimits, usualListLimits} from './page-sequence.ts';
import {type ListRequest, pages} from './pages.ts';
import type {Environment} from './proxy.ts';
import {
	type Account,
	type Integration,
	type Page,
	readAccount,
	readIntegration,
	readTeam,
	type Team,
} from './shapes.ts';
import {type UploadAnswer, type UploadOptions, type UploadRequest, upload} from './upload.ts';

/** Secoda as this program needs it. Reads throw CatalogError; an upload answers what is known. */
export type Catalog = {
	readonly address: Address;
	/** Whether a catalog answers at the address [doc: `/healthcheck`]. The token stays at home. */
	health(signal: AbortSignal): Promise<void>;
	/** Whose token it is; all unknown where the address only shows that the token is good. */
	account(signal: AbortSignal): Promise<Account>;
	/** The integration with this id. It also shows that the token is good. */
	integration(id: string, signal: AbortSignal): Promise<Integration>;
	/** The integrations that take files, page by page. */
	integrations(signal: AbortSignal): AsyncGenerator<readonly Integration[], void, void>;
	/** Makes an integration that takes files. It is asked for once. */
	createIntegration(wanted: NewIntegration, signal: AbortSignal): Promise<Integration>;
	/** The teams that an integration can belong to. */
	teams(signal: AbortSignal): Promise<readonly Team[]>;
	/** Every page of a list of an integration, archived ones among them, page by page. */
	list<Name extends ListName>(
		name: Name,
		integration: string,
		signal: AbortSignal,
	): AsyncGenerator<Page<ListItem<Name>>, void, void>;
	/** Sends files in one request; it is written once. */
	upload(integration: string, request: UploadRequest, options: UploadOptions): Promise<UploadAnswer>;
	/** The page on which a person sees the syncs of an integration [doc]. */
	syncsPage(integration: string): string;
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

const noAccount: Account = {name: undefined, email: undefined, workspaceId: undefined};

/** Makes the client. Nothing is asked yet. @throws CatalogError for a token or a proxy that cannot be used. */
export function connect({address, token, timeoutMs = 30_000, limits, env = process.env}: ConnectOptions): Catalog {
	const http = openHttp({address, token, timeoutMs, env});
	const listLimits = {...usualListLimits, ...limits};
	const list = 'integration/integrations/';
	// A server may send the token back, and names are shown and saved.
	const clean = (text: string) => redact(text, [token]);
	const named = <Item extends {readonly name: string}>(item: Item): Item => ({...item, name: clean(item.name)});
	return {
		address,
		async health(signal) {
			// Documented with and without /api/v1.
			const json = await http
				.get('healthcheck/', {anonymous: true, signal})
				.catch(orWhenNotFound(() => http.get('../../healthcheck/', {anonymous: true, signal})));
			if (typeof json === 'object' && json !== null && 'status' in json) return;
			throw catalogError(
				'unexpected-answer',
				'The address does not answer as a catalog does.',
				'Check the address: it should be a Secoda workspace.',
			);
		},
		account: signal =>
			http.get('user/', {signal}).then(
				json => {
					const {name, email, ...rest} = readAccount(json);
					return {...rest, name: name && clean(name), email: email && clean(email)};
				},
				orWhenNotFound(async () => {
					await http.get(list, {query: {type: 'custom', page_size: '1'}, signal});
					return noAccount;
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
		syncsPage: integration => syncsPage(address, integration),
	};

	function all<Item>(
		path: string,
		query: Readonly<Record<string, string>>,
		readItem: ListRequest<Item>['readItem'],
		signal: AbortSignal,
	): AsyncGenerator<Page<Item>, void, void> {
		return pages(http, {path, query: {...query, page_size}, limits: listLimits, readItem}, signal);
	}
}

/** Another way where the first does not exist. */
function orWhenNotFound<Value>(other: () => Promise<Value>): (error: unknown) => Promise<Value> {
	return error => {
		if (isCatalogError(error) && error.code === 'not-found') return other();
		throw error;
	};
}
