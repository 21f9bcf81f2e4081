import {looksLikeToken} from '../text/looks-like-token.ts';
import {type CatalogError, catalogError} from './error.ts';
import {type Message, messages} from './messages.ts';

/** The address of a workspace. */
export type Address = {
	/** The host and port. It identifies the workspace in messages and for its token. */
	readonly host: string;
	/** The root of the API; ends in `/api/v1/`. */
	readonly api: URL;
	/** The root of the web app. */
	readonly app: URL;
};

/** The regions of the cloud and their hosts [doc]. */
const regions: ReadonlyMap<string, {readonly api: string; readonly app: string}> = new Map([
	['us', {api: 'https://api.secoda.co', app: 'https://app.secoda.co'}],
	['eu', {api: 'https://eapi.secoda.co', app: 'https://eu.secoda.co'}],
	['apac', {api: 'https://aapi.secoda.co', app: 'https://apac.secoda.co'}],
]);

/** The names of the regions. */
export const regionNames: readonly string[] = [...regions.keys()];

/**
Parses `us`, `eu`, `apac`, or the URL of a self-hosted workspace, of its API or its web app.

@throws CatalogError `bad-address` for an invalid URL, a word without a dot, http:// except on loopback, and a URL with
credentials, a query or a fragment.
*/
export function parseAddress(text: string): Address {
	const named = regions.get(text.trim().toLowerCase());
	if (named !== undefined) return makeAddress(new URL(named.api), new URL(named.app));
	const url = parseUrl(text.trim());
	const cloud = [...regions.values()].find(({api, app}) => url.origin === api || url.origin === app);
	if (cloud !== undefined) return makeAddress(new URL(cloud.api), new URL(cloud.app));
	const root = stripPagePath(url);
	return makeAddress(root, root);
}

/** Removes the path of a page of the web app, which an address copied from the browser has. */
function stripPagePath(url: URL): URL {
	return new URL(url.pathname.replace(/\/(?:integrations|settings|catalog|home)(?:\/.*)?$/, ''), url.origin);
}

/** Returns the shortest text that `parseAddress` reads as this address: a region, or a URL. */
export function addressText({api}: Address): string {
	const region = regionNames.find(name => parseAddress(name).api.href === api.href);
	return region ?? api.href.replace(/\/api\/v1\/$/, '');
}

function parseUrl(text: string): URL {
	// URL drops line ends and encodes spaces: neither is intended.
	const isOneWord = /^[^\s\p{Cc}]+$/u.test(text);
	const url = isOneWord && looksLikeHost(text) ? URL.parse(text.includes('://') ? text : `https://${text}`) : null;
	if (url === null) {
		throw badAddress(messages.notAnAddress);
	}

	if (url.username !== '' || url.password !== '') {
		throw badAddress(messages.credentialsInAddress);
	}

	if (url.search !== '' || url.hash !== '') {
		throw badAddress(messages.queryInAddress);
	}

	if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
		throw badAddress(messages.unencrypted(url.host));
	}

	if (url.protocol !== 'https:' && url.protocol !== 'http:') {
		throw badAddress(messages.wrongScheme(url.protocol));
	}

	return url;
}

/** True if a text can start with a host name. A bare word is a mistyped region or a misplaced token, which must not reach DNS. */
function looksLikeHost(text: string): boolean {
	const host = text.replace(/^[a-z][a-z\d+.-]*:\/\//i, '').replace(/[/:?#].*$/s, '');
	return !looksLikeToken(host) && (/[.:]/.test(text) || /^localhost(?:\/|$)/i.test(text));
}

function makeAddress(api: URL, app: URL): Address {
	const base = api.pathname.replace(/\/+$/, '').replace(/\/api\/v1$/, '');
	return {
		host: api.host,
		api: new URL(`${base}/api/v1/`, api.origin),
		app: new URL(`${app === api ? base : ''}/`, app.origin),
	};
}

/** Returns the page that shows the syncs of an integration [doc]. */
export function syncsPageUrl({app}: Address, integration: string): string {
	return new URL(`integrations/${encodeURIComponent(integration)}/syncs`, app).href;
}

/** Returns the page for creating a token [doc]. */
export function tokenPageUrl({app}: Address): string {
	return new URL('settings/api', app).href;
}

/** True if a host name means this machine. */
export function isLoopback(hostname: string): boolean {
	return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

function badAddress([problem, hint]: Message): CatalogError {
	return catalogError('bad-address', problem, hint);
}
