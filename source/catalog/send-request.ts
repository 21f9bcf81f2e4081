import type {ClientRequest} from 'node:http';
import {TLSSocket} from 'node:tls';
import got from 'got';
import type {Agents} from './agents.ts';

/** One request. It is sent once: no retry, no redirect. */
export type HttpRequest = {
	readonly url: URL;
	readonly method: 'GET' | 'POST';
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string | AsyncGenerator<Uint8Array, void, void>;
	readonly agents: Agents;
	/**
	Ends a GET that is not over after so long, its answer included. A POST may take any time to send its body: it ends when
	connecting, the next piece of the body, the begin of the answer or the answer itself takes longer.
	*/
	readonly timeoutMs: number;
	/** Bytes of an answer that are read at most. */
	readonly maxReplyBytes: number;
	readonly signal: AbortSignal;
	/** Bytes of the body that the system has taken from this process. */
	onSent?(bytes: number): void;
};

export type HttpReply = {
	readonly kind: 'reply';
	readonly status: number;
	readonly contentType: string;
	readonly location: string | undefined;
	readonly retryAfter: string | undefined;
	readonly body: string;
	/** Whether the body is there to its end; a 2xx never breaks off, that is a fault. */
	readonly extent: 'whole' | 'too-long' | 'broken-off';
};

/** No answer came. In the stage `connecting` nothing of the request can have gone out. */
export type RequestFailure = {
	readonly kind: 'fault';
	readonly stage: 'connecting' | 'talking';
	readonly reason: 'cancelled' | 'timeout' | 'broken';
	/** Node's code for what broke. */
	readonly code: string | undefined;
};

/**
Sends a request and reads its answer. Never throws for what a network can do, and no error of got, which carries the
token, leaves this place.
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
	// setTimeout takes a longer time for no time at all.
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
			// A socket that could not even be made, for want of descriptors, has sent nothing.
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
		// A refusal is one even if its words break off; a half success is none.
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
