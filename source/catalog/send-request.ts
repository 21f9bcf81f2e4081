import type {ClientRequest} from 'node:http';
import {TLSSocket} from 'node:tls';
import got from 'got';
import {type Agents, createAgents} from './agents.ts';
import type {ProxyEnvironment} from './proxy.ts';
import type {HttpReply, HttpRequest, RequestFailure, SendRequest} from './transport.ts';

/** Creates the transport over HTTP. */
export function createSendRequest(proxy: ProxyEnvironment): SendRequest {
	const {read, write} = createAgents(proxy);
	return request => sendRequest(request, request.method === 'POST' ? write : read);
}

/**
Sends a request and reads the response. Never throws for network errors. Errors of got contain the token, so none is passed on.
*/
async function sendRequest(request: HttpRequest, agent: Agents): Promise<HttpReply | RequestFailure> {
	const {url, method, headers, body, timeoutMs, maxReplyBytes: longest, signal, onSent} = request;
	if (signal.aborted) return {kind: 'fault', stage: 'connecting', reason: 'cancelled', code: undefined};
	let stage: RequestFailure['stage'] = 'connecting';
	let timedOut = false;
	const stream = got.stream(url, {
		method,
		headers,
		...(body === undefined ? {} : {body}),
		agent,
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
