import type {Timer} from '../clock.ts';
import type {Address} from './address.ts';
import {catalogError} from './error.ts';
import {explainFailure, isTransient, type ServerDetails} from './explain-failure.ts';
import {interpretReply, type MissingSubject} from './interpret-reply.ts';
import {messages} from './messages.ts';
import {type Environment, type ProxyEnvironment, proxyFor} from './proxy.ts';
import {retryDelay} from './retry-delay.ts';
import type {HttpReply, HttpRequest, RequestFailure, SendRequest} from './transport.ts';

export type HttpOptions = {
	readonly address: Address;
	readonly token: string;
	readonly timeoutMs: number;
	readonly env: Environment;
	readonly timer: Timer;
	/** Sends the requests; by default over HTTP. */
	readonly sendRequest?: SendRequest | undefined;
};

export type PostOptions = Pick<HttpRequest, 'headers' | 'signal'> &
	Required<Pick<HttpRequest, 'body'>> & {onSent?(bytes: number): void};

export type GetOptions = {
	readonly query?: Readonly<Record<string, string>>;
	readonly subject?: MissingSubject;
	/** Sends no token. */
	readonly anonymous?: true;
	readonly signal: AbortSignal;
};

/** Sends requests to one workspace. Redirects are never followed: they could send the token, or a write, elsewhere. */
export type HttpClient = {
	readonly address: Address;
	readonly server: ServerDetails & {readonly token: string};
	readonly timer: Timer;
	/** Reads JSON. Retries transient failures, but not timeouts. @throws CatalogError */
	get(path: string, options: GetOptions): Promise<unknown>;
	/** Sends a write once, without retries. */
	post(path: string, options: PostOptions): Promise<HttpReply | RequestFailure>;
};

/** Limits for a response in bytes: a page of a list, and the response to a write. */
const maxReadBytes = 64 * 1024 * 1024;
const maxWriteReplyBytes = 1024 * 1024;

const maxReadAttempts = 3;
/** Seconds. Kept short, because the wait of a read is not shown. */
const maxReadWait = 10;

/** Creates the client without sending a request. @throws CatalogError for an invalid token or proxy */
export function createHttpClient({address, token, timeoutMs, env, timer, sendRequest}: HttpOptions): HttpClient {
	if (!/^[\x21-\x7E]+$/.test(token)) {
		throw catalogError('unauthorized', ...messages.invalidToken);
	}

	const proxy = proxyFor(address, env);
	let loading: Promise<SendRequest> | undefined;
	const transport = () => (loading ??= sendRequest === undefined ? loadTransport(proxy) : Promise.resolve(sendRequest));
	const place = {host: address.host, protocol: address.api.protocol, timeoutMs, token};
	const common = {accept: 'application/json', 'user-agent': 'secoda-upload'};
	const headers = {...common, authorization: `Bearer ${token}`};
	return {
		address,
		server: place,
		timer,
		async post(path, options) {
			const send = await transport();
			return send({
				...options,
				url: new URL(path, address.api),
				method: 'POST',
				headers: {...headers, ...options.headers},
				timeoutMs,
				maxReplyBytes: maxWriteReplyBytes,
			});
		},
		async get(path, {query = {}, subject = 'address', anonymous, signal}) {
			const url = new URL(path, address.api);
			url.search = new URLSearchParams(query).toString();
			const send = await transport();
			const request = {method: 'GET', headers: anonymous ? common : headers} as const;
			for (let attempt = 1; ; attempt++) {
				const end = await send({...request, url, timeoutMs, maxReplyBytes: maxReadBytes, signal});
				const wait = attempt < maxReadAttempts ? secondsBeforeRetry(end, attempt, timer.now()) : undefined;
				if (wait === undefined) return jsonOf(end, subject);
				await timer.delay(wait * 1000, signal).catch(() => undefined);
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

/** Loads got at the first request, so that no first frame waits for it. */
async function loadTransport(proxy: ProxyEnvironment): Promise<SendRequest> {
	const {createSendRequest} = await import('./send-request.ts');
	return createSendRequest(proxy);
}

const transientStatuses: ReadonlySet<number> = new Set([408, 429, 502, 503, 504]);

/** Returns the seconds to wait before a read is retried; `undefined` if it is not. */
function secondsBeforeRetry(end: HttpReply | RequestFailure, attempt: number, now: number): number | undefined {
	const short = attempt / 4;
	if (end.kind === 'fault') return isTransient(end) ? short : undefined;
	if (!transientStatuses.has(end.status)) return undefined;
	if (end.retryAfter === undefined) return short;
	const seconds = retryDelay(attempt, end.retryAfter, now);
	return seconds <= maxReadWait ? seconds : undefined;
}
