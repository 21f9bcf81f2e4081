import type {ClientRequest} from 'node:http';
import {TLSSocket} from 'node:tls';
import got from 'got';
import type {Agents} from './agents.ts';

/** A request that is sent once, without retries or redirects. */
export type HttpRequest = {
	readonly url: URL;
	readonly method: 'GET' | 'POST';
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string | AsyncGenerator<Uint8Array, void, void>;
	readonly agents: Agents;
	/**
	The time limit of a whole GET. A POST may take any time to send its body: the limit is for each of connecting, the next chunk
	of the body, the headers of the response, and its body.
	*/
	readonly timeoutMs: number;
	/** The number of bytes of the response that are read at most. */
	readonly maxReplyBytes: number;
	readonly signal: AbortSignal;
	/** Called with the number of bytes of the body that this process has written to the socket. */
	onSent?(bytes: number): void;
};

export type HttpReply = {
	readonly kind: 'reply';
	readonly status: number;
	readonly contentType: string;
	readonly location: string | undefined;
	readonly retryAfter: string | undefined;
	readonly body: string;
	/** How much of the body was read. A 2xx is never `broken-off`: that is a failure. */
	readonly extent: 'whole' | 'too-long' | 'broken-off';
};

/** A request without a response. In the stage `connecting` no byte of it can have been sent. */
export type RequestFailure = {
	readonly kind: 'fault';
	readonly stage: 'connecting' | 'talking';
	readonly reason: 'cancelled' | 'timeout' | 'broken';
	/** The error code of Node. */
	readonly code: string | undefined;
};

/**
Sends a request and reads the response. Never throws for network errors. Errors of got contain the token, so none is passed on.
*/
export async function sendRequest(request: HttpRequest): Promise<HttpReply | RequestFailure> {
	const {url, method, headers, body, agents, timeoutMs, maxReplyBytes: longest, signal, onSent} = request;
	if (signal.aborted) return {kind: 'fault', stage: 'connecting', reason: 'cancelled', code: undefined};
	let stage: RequestFailure['stage'] = 'connecting';
	let timedOut = false;
	const stream = got.stream(url, {
		method,
		headers,
		...(body === undefined ? {} : {body}),
		agent: agents,
		https: {rejectUnauthorized: true},
		followRedirect: false,
		throwHttpErrors: false,
		retry: {limit: 0},
		signal,
	});
	// setTimeout fires at once for a longer time.
	const watchdog = setTimeout(
		() => {
			timedOut = true;
			stream.destroy(new Error('timeout'));
		},
		Math.min(timeoutMs, 2 ** 31 - 1),
	);
	const moved = () => {
		if (method === 'POST') watchdog.refresh();
	};
	stream.on('error', () => undefined);
	stream.on('request', (sent: ClientRequest) => {
		sent.once('socket', socket => {
			const connected = () => {
				stage = 'talking';
				moved();
			};
			if (socket.connecting) socket.once(socket instanceof TLSSocket ? 'secureConnect' : 'connect', connected);
			// A socket that could not be created, for example without free descriptors, has sent nothing.
			else if (!socket.destroyed) connected();
		});
	});
	stream.on('response', moved);
	stream.on('uploadProgress', ({transferred}) => {
		moved();
		if (transferred > 0) onSent?.(transferred);
	});
	const pieces: Uint8Array[] = [];
	let extent: HttpReply['extent'] = 'whole';
	let size = 0;
	try {
		for await (const piece of stream) {
			pieces.push(piece);
			size += piece.length;
			if (size <= longest) continue;
			extent = 'too-long';
			break;
		}
	} catch (error) {
		const reason = signal.aborted ? 'cancelled' : timedOut ? 'timeout' : 'broken';
		const status = stream.response?.statusCode ?? 0;
		// An error status counts even if its body is incomplete; a success does not.
		if (reason === 'cancelled' || status < 300) return {kind: 'fault', stage, reason, code: codeOf(error)};
		extent = 'broken-off';
	} finally {
		clearTimeout(watchdog);
		stream.destroy();
	}

	const {response} = stream;
	if (response === undefined) return {kind: 'fault', stage, reason: 'broken', code: undefined};
	return {
		kind: 'reply',
		status: response.statusCode,
		contentType: response.headers['content-type'] ?? '',
		location: response.headers.location,
		retryAfter: response.headers['retry-after'],
		body: new TextDecoder().decode(Buffer.concat(pieces).subarray(0, longest)),
		extent,
	};
}

function codeOf(error: unknown): string | undefined {
	return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
