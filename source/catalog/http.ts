import {Agent as HttpAgent} from 'node:http';
import {Agent as HttpsAgent} from 'node:https';
import got, {type Got, RequestError} from 'got';
import {type Address, isLoopback} from './address.ts';
import {CatalogError} from './error.ts';
import {type Answer, judgeAnswer} from './judge-answer.ts';

/** Characters of an answer that are read at most when it is not data that was asked for. */
const longestAnswer = 64 * 1024 * 1024;

/** A read may be tried again; one that ran out of time has taken its time already. */
const readRetry = {
	limit: 2,
	methods: ['GET' as const],
	statusCodes: [429, 502, 503, 504],
	errorCodes: ['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH'],
	backoffLimit: 1000,
	maxRetryAfter: 60_000,
};

export type HttpOptions = {readonly address: Address; readonly token: string; readonly timeoutMs: number};

/** The way to one workspace. Redirects are never followed: they would carry the token, or a write, elsewhere. */
export class Http {
	readonly client: Got;
	readonly #address: Address;
	readonly #token: string;

	constructor({address, token, timeoutMs}: HttpOptions) {
		this.#address = address;
		this.#token = token;
		this.client = got.extend({
			prefixUrl: address.api,
			headers: {authorization: `Bearer ${token}`, accept: 'application/json', 'user-agent': 'secoda-upload'},
			followRedirect: false,
			throwHttpErrors: false,
			retry: {limit: 0},
			timeout: {lookup: timeoutMs, connect: timeoutMs, secureConnect: timeoutMs, response: timeoutMs},
			agent: agents(address),
		});
	}

	/** Reads. Passing faults are tried again by got. @throws CatalogError */
	async get(path: string, searchParams: Record<string, string>, signal: AbortSignal): Promise<unknown> {
		const verdict = await this.answer(this.client.get(path, {searchParams, signal, retry: readRetry}), signal).then(
			judgeAnswer,
		);
		if (verdict.kind === 'error') throw verdict.error;
		return verdict.json;
	}

	/** What the server said, with the token taken out should it send that back. @throws CatalogError without an answer. */
	async answer(
		request: PromiseLike<{statusCode: number; headers: Record<string, unknown>; body: string}>,
		signal: AbortSignal,
	): Promise<Answer> {
		try {
			const {statusCode, headers, body} = await request;
			const clean = (text: string) => text.replaceAll(this.#token, '[token]');
			const location = typeof headers.location === 'string' ? clean(headers.location) : undefined;
			const contentType = String(headers['content-type'] ?? '');
			return {status: statusCode, contentType, location, body: clean(body.slice(0, longestAnswer))};
		} catch (error) {
			throw this.explain(error, signal);
		}
	}

	/** A fault of the way as a CatalogError. got's own errors carry the request with its headers: they stay here. */
	explain(error: unknown, signal: AbortSignal): CatalogError {
		if (error instanceof CatalogError) return error;
		if (signal.aborted) return new CatalogError('cancelled', 'Cancelled.', 'Run it again when you are ready.');
		const code = error instanceof RequestError ? error.code : undefined;
		const {host} = this.#address;
		if (code === 'ETIMEDOUT')
			return new CatalogError(
				'timeout',
				`${host} did not answer in time.`,
				'Check the network and try again; --timeout gives it longer.',
			);
		if (code?.includes('CERT') || code?.includes('SIGNATURE') || code === 'DEPTH_ZERO_SELF_SIGNED_CERT') {
			return new CatalogError(
				'unreachable',
				`The certificate of ${host} cannot be trusted (${code}).`,
				'Name the certificate of your company with NODE_EXTRA_CA_CERTS.',
			);
		}

		return new CatalogError(
			'unreachable',
			`${host} cannot be reached (${code ?? 'no reason given'}).`,
			'Check the address, the network and a proxy (HTTPS_PROXY), then try again.',
		);
	}
}

/** Agents that go through the proxy of the environment; never for this machine itself. */
function agents({api}: Address): {http: HttpAgent; https: HttpsAgent} {
	const proxyEnv = isLoopback(api.hostname) ? {} : {proxyEnv: process.env};
	return {http: new HttpAgent({keepAlive: true, ...proxyEnv}), https: new HttpsAgent({keepAlive: true, ...proxyEnv})};
}

/** Whether a request failed before any connection stood, so that nothing can have been taken. */
export function neverConnected(error: unknown): boolean {
	const codes = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN'];
	return error instanceof RequestError && codes.includes(error.code);
}
