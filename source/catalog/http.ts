import {setTimeout as delay} from 'node:timers/promises';
import type {Address} from './address.ts';
import {catalogError} from './error.ts';
import {explainFailure, isTransient, type ServerDetails} from './explain-failure.ts';
import {interpretReply, type MissingSubject} from './interpret-reply.ts';
import {type Environment, type ProxyEnvironment, proxyFor} from './proxy.ts';
import {retryDelay} from './retry-delay.ts';
import type {HttpReply, HttpRequest, RequestFailure} from './send-request.ts';

export type HttpOptions = {
	readonly address: Address;
	readonly token: string;
	readonly timeoutMs: number;
	readonly env: Environment;
};

export type PostOptions = Pick<HttpRequest, 'headers' | 'signal'> &
	Required<Pick<HttpRequest, 'body'>> & {onSent?(bytes: number): void};

export type GetOptions = {
	readonly query?: Readonly<Record<string, string>>;
	readonly subject?: MissingSubject;
	/** Leaves the token at home. */
	readonly anonymous?: true;
	readonly signal: AbortSignal;
};

/** The way to one workspace. Redirects are never followed: they would carry the token, or a write, elsewhere. */
export type HttpClient = {
	readonly address: Address;
	readonly server: ServerDetails & {readonly token: string};
	/** Reads JSON. Passing faults are tried again, a time that ran out is not. @throws CatalogError */
	get(path: string, options: GetOptions): Promise<unknown>;
	/** Writes once. */
	post(path: string, options: PostOptions): Promise<HttpReply | RequestFailure>;
};

/** Bytes of an answer: a page of a list at most, and what says how a write went. */
const maxReadBytes = 64 * 1024 * 1024;
const maxWriteReplyBytes = 1024 * 1024;

const maxReadAttempts = 3;
/** Seconds. A read has nobody to tell that it waits, so it does not wait long. */
const maxReadWait = 10;

/** Makes the way. Nothing is asked yet. @throws CatalogError for a token or a proxy that cannot be used. */
export function createHttpClient({address, token, timeoutMs, env}: HttpOptions): HttpClient {
	if (!/^[\x21-\x7E]+$/.test(token)) {
		throw catalogError(
			'unauthorized',
			'The token holds characters that no token has.',
			'Copy it again from Settings > API, as a whole.',
		);
	}

	const proxy = proxyFor(address, env);
	let loading: ReturnType<typeof loadTransport> | undefined;
	const transport = () => (loading ??= loadTransport(proxy));
	const place = {host: address.host, protocol: address.api.protocol, timeoutMs, token};
	const common = {accept: 'application/json', 'user-agent': 'secoda-upload'};
	const headers = {...common, authorization: `Bearer ${token}`};
	return {
		address,
		server: place,
		async post(path, options) {
			const {exchange, agents} = await transport();
			return exchange({
				...options,
				url: new URL(path, address.api),
				method: 'POST',
				headers: {...headers, ...options.headers},
				agents: agents.write,
				timeoutMs,
				maxReplyBytes: maxWriteReplyBytes,
			});
		},
		async get(path, {query = {}, subject = 'address', anonymous, signal}) {
			const url = new URL(path, address.api);
			url.search = new URLSearchParams(query).toString();
			const {exchange, agents} = await transport();
			const request = {method: 'GET', headers: anonymous ? common : headers, agents: agents.read} as const;
			for (let attempt = 1; ; attempt++) {
				const end = await exchange({...request, url, timeoutMs, maxReplyBytes: maxReadBytes, signal});
				const wait = attempt < maxReadAttempts ? secondsBeforeRetry(end, attempt) : undefined;
				if (wait === undefined) return jsonOf(end, subject);
				await delay(wait * 1000, undefined, {signal}).catch(() => undefined);
			}
		},
	};

	function jsonOf(end: HttpReply | RequestFailure, subject: MissingSubject): unknown {
		if (end.kind === 'fault') throw explainFailure(end, place);
		const verdict = interpretReply(end, token, subject);
		if (verdict.kind === 'error') throw verdict.error;
		return verdict.json;
	}
}

/** Loads got and its agents at the first request: no screen needs them before. */
async function loadTransport(proxy: ProxyEnvironment) {
	const {sendRequest: exchange} = await import('./send-request.ts');
	const {createAgents} = await import('./agents.ts');
	return {exchange, agents: createAgents(proxy)};
}

const transientStatuses: ReadonlySet<number> = new Set([408, 429, 502, 503, 504]);

/** Seconds to wait before a read is tried again; `undefined` if it is not. */
function secondsBeforeRetry(end: HttpReply | RequestFailure, attempt: number): number | undefined {
	const short = attempt / 4;
	if (end.kind === 'fault') return isTransient(end) ? short : undefined;
	if (!transientStatuses.has(end.status)) return undefined;
	if (end.retryAfter === undefined) return short;
	const seconds = retryDelay(attempt, end.retryAfter, Date.now());
	return seconds <= maxReadWait ? seconds : undefined;
}
