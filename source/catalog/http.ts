import {setTimeout as delay} from 'node:timers/promises';
import type {Address} from './address.ts';
import {catalogError} from './error.ts';
import type {Fault, Reply, Request} from './exchange.ts';
import {explainFault, isPassing, type Place} from './explain-fault.ts';
import {judgeReply, type Subject} from './judge-reply.ts';
import {type Environment, type ProxyEnvironment, proxyFor} from './proxy.ts';
import {retryDelay} from './retry-delay.ts';

export type HttpOptions = {
	readonly address: Address;
	readonly token: string;
	readonly timeoutMs: number;
	readonly env: Environment;
};

export type PostOptions = Pick<Request, 'headers' | 'signal'> &
	Required<Pick<Request, 'body'>> & {onSent?(bytes: number): void};

export type GetOptions = {
	readonly query?: Readonly<Record<string, string>>;
	readonly subject?: Subject;
	/** Leaves the token at home. */
	readonly anonymous?: true;
	readonly signal: AbortSignal;
};

/** The way to one workspace. Redirects are never followed: they would carry the token, or a write, elsewhere. */
export type Http = {
	readonly address: Address;
	readonly place: Place & {readonly token: string};
	/** Reads JSON. Passing faults are tried again, a time that ran out is not. @throws CatalogError */
	get(path: string, options: GetOptions): Promise<unknown>;
	/** Writes once. */
	post(path: string, options: PostOptions): Promise<Reply | Fault>;
};

/** Bytes of an answer: a page of a list at most, and what says how a write went. */
const longestRead = 64 * 1024 * 1024;
const longestAnswer = 1024 * 1024;

const mostReads = 3;
/** Seconds. A read has nobody to tell that it waits, so it does not wait long. */
const longestReadWait = 10;

/** Makes the way. Nothing is asked yet. @throws CatalogError for a token or a proxy that cannot be used. */
export function openHttp({address, token, timeoutMs, env}: HttpOptions): Http {
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
		place,
		async post(path, options) {
			const {exchange, agents} = await transport();
			return exchange({
				...options,
				url: new URL(path, address.api),
				method: 'POST',
				headers: {...headers, ...options.headers},
				agents: agents.write,
				timeoutMs,
				longest: longestAnswer,
			});
		},
		async get(path, {query = {}, subject = 'address', anonymous, signal}) {
			const url = new URL(path, address.api);
			url.search = new URLSearchParams(query).toString();
			const {exchange, agents} = await transport();
			const request = {method: 'GET', headers: anonymous ? common : headers, agents: agents.read} as const;
			for (let attempt = 1; ; attempt++) {
				const end = await exchange({...request, url, timeoutMs, longest: longestRead, signal});
				const wait = attempt < mostReads ? waitBefore(end, attempt) : undefined;
				if (wait === undefined) return jsonOf(end, subject);
				await delay(wait * 1000, undefined, {signal}).catch(() => undefined);
			}
		},
	};

	function jsonOf(end: Reply | Fault, subject: Subject): unknown {
		if (end.kind === 'fault') throw explainFault(end, place);
		const verdict = judgeReply(end, token, subject);
		if (verdict.kind === 'error') throw verdict.error;
		return verdict.json;
	}
}

/** Loads got and its agents at the first request: no screen needs them before. */
async function loadTransport(proxy: ProxyEnvironment) {
	const {exchange} = await import('./exchange.ts');
	const {createAgents} = await import('./agents.ts');
	return {exchange, agents: createAgents(proxy)};
}

const passingStatuses: ReadonlySet<number> = new Set([408, 429, 502, 503, 504]);

/** Seconds to wait before a read is tried again; `undefined` if it is not. */
function waitBefore(end: Reply | Fault, attempt: number): number | undefined {
	const short = attempt / 4;
	if (end.kind === 'fault') return isPassing(end) ? short : undefined;
	if (!passingStatuses.has(end.status)) return undefined;
	if (end.retryAfter === undefined) return short;
	const seconds = retryDelay(attempt, end.retryAfter, Date.now());
	return seconds <= longestReadWait ? seconds : undefined;
}
