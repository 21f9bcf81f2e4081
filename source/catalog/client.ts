import type {Address} from './address.ts';
import {CatalogError} from './error.ts';
import {Http} from './http.ts';
import type {UploadFile} from './multipart.ts';
import {type CatalogColumn, type Integration, type Page, readColumn, readIntegration, readPage} from './shapes.ts';
import {type UploadAnswer, type UploadOptions, uploadCsv} from './upload.ts';

/** Secoda as this program needs it. Reads throw CatalogError; an upload answers what is known. */
export type Catalog = {
	readonly address: Address;
	/** The integration with this id. It also shows that the token is good. */
	integration(id: string, signal: AbortSignal): Promise<Integration>;
	/** Every column page of an integration, archived ones among them, page by page. */
	columns(integration: string, signal: AbortSignal): AsyncGenerator<Page<CatalogColumn>, void, void>;
	uploadCsv(integration: string, file: UploadFile, options: UploadOptions): Promise<UploadAnswer>;
	/** The page on which a person sees the syncs of an integration [doc]. */
	syncsPage(integration: string): string;
};

export type ConnectOptions = {
	readonly address: Address;
	readonly token: string;
	/** How long a request may take until its answer begins, in milliseconds. */
	readonly timeoutMs?: number;
};

/** [seen] up to 1000. */
const pageSize = '1000';

/** Makes the client. Nothing is asked yet. */
export function connect({address, token, timeoutMs = 30_000}: ConnectOptions): Catalog {
	const http = new Http({address, token, timeoutMs});
	return {
		address,
		async integration(id, signal) {
			return readIntegration(await http.get(`integration/integrations/${encodeURIComponent(id)}/`, {}, signal));
		},
		columns: (integration, signal) =>
			pages(http, 'table/columns/', {integration_id: integration, page_size: pageSize}, readColumn, signal),
		uploadCsv: (integration, file, options) => uploadCsv(http, integration, file, options),
		syncsPage: integration => new URL(`integrations/${encodeURIComponent(integration)}/syncs`, address.app).href,
	};
}

/** Follows a list to its end. The next link only says that there is more: its host is not ours to trust. */
async function* pages<Item>(
	http: Http,
	path: string,
	query: Record<string, string>,
	readItem: (item: Record<string, unknown>) => Item,
	signal: AbortSignal,
): AsyncGenerator<Page<Item>, void, void> {
	let next = query;
	for (;;) {
		const page: Page<Item> = readPage(await http.get(path, next, signal), readItem);
		yield page;
		if (page.next === undefined) return;
		const following = {...query, ...queryOf(page.next)};
		if (JSON.stringify(following) === JSON.stringify(next)) {
			throw new CatalogError('unexpected-answer', 'A list of the catalog has no end.', 'Run it again later.');
		}

		next = following;
	}
}

function queryOf(link: string): Record<string, string> {
	return Object.fromEntries(new URL(link, 'http://localhost').searchParams);
}
