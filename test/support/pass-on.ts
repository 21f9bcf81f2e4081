import type {IncomingMessage} from 'node:http';
import {bodyOf} from './fault-server.ts';

export type Passed = {readonly status: number; readonly body: unknown};

/** Passes a request on to another server. Returns its answer. */
export async function passOn(request: IncomingMessage, url: string): Promise<Passed> {
	const answer = await fetch(`${url}${request.url}`, {
		method: request.method ?? 'GET',
		headers: {
			authorization: String(request.headers.authorization),
			'content-type': String(request.headers['content-type']),
		},
		...(request.method === 'POST' ? {body: new Uint8Array(await bodyOf(request))} : {}),
	});
	return {status: answer.status, body: await answer.json()};
}
