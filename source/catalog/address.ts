import {looksLikeToken} from '../text/looks-like-token.ts';
import {type CatalogError, catalogError} from './error.ts';

/** Where a workspace is. */
export type Address = {
	/** Names the workspace in messages and beside its token: host and port. */
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
Reads `us`, `eu`, `apac`, or the URL of an own workspace. The web app's address serves as well as the API's.

@throws CatalogError `bad-address` for what is no URL or a word without a dot, for http:// except on loopback, and for a URL
with credentials, a query or a fragment.
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

/** An address that was copied from the browser names a page of the web app: the workspace is what stands before it. */
function stripPagePath(url: URL): URL {
	return new URL(url.pathname.replace(/\/(?:integrations|settings|catalog|home)(?:\/.*)?$/, ''), url.origin);
}

function parseUrl(text: string): URL {
	// URL drops line ends and takes spaces for %20: nobody means that.
	const isOneWord = /^[^\s\p{Cc}]+$/u.test(text);
	const url = isOneWord && looksLikeHost(text) ? URL.parse(text.includes('://') ? text : `https://${text}`) : null;
	if (url === null) {
		throw badAddress(
			'That is no address of a workspace.',
			'Give us, eu, apac, or a URL such as https://secoda.example.com.',
		);
	}

	if (url.username !== '' || url.password !== '') {
		throw badAddress(
			'The address holds a user name or a password.',
			'Take it out: the token is given apart from the address.',
		);
	}

	if (url.search !== '' || url.hash !== '') {
		throw badAddress(
			'The address holds more than a place: there is a ? or a # in it.',
			'Leave that and what follows out.',
		);
	}

	if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
		throw badAddress(
			`http://${url.host} would send the token in the clear.`,
			'Use https://. Plain http works only on this machine itself.',
		);
	}

	if (url.protocol !== 'https:' && url.protocol !== 'http:') {
		throw badAddress(`${url.protocol}// is not an address of a workspace.`, 'Give a URL that starts with https://.');
	}

	return url;
}

/** True if a text can begin with a host name. A bare word is a mistyped region or a token in the wrong place: it is not looked up. */
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

/** The page on which a person sees the syncs of an integration [doc]. */
export function syncsPageUrl({app}: Address, integration: string): string {
	return new URL(`integrations/${encodeURIComponent(integration)}/syncs`, app).href;
}

/** The page on which a person makes a token [doc]. */
export function tokenPageUrl({app}: Address): string {
	return new URL('settings/api', app).href;
}

/** Whether a host name means this machine. */
export function isLoopback(hostname: string): boolean {
	return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

function badAddress(message: string, next: string): CatalogError {
	return catalogError('bad-address', message, next);
}
