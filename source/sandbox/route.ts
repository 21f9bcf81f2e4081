import type {IncomingMessage} from 'node:http';
import type {SandboxModel} from './model.ts';
import type {SandboxSwitches} from './switches.ts';
import type {Importer} from './sync.ts';

/** A response, empty without a body. */
export type SandboxReply = {
	readonly status: number;
	readonly body?: object;
	readonly headers?: Readonly<Record<string, string>>;
};

/** An uploaded file. */
export type ReceivedPart = {
	/** The field name of the form. */
	readonly part: string;
	readonly name: string;
	readonly bytes: number;
	readonly sha256: string;
};

/** The files of one upload: the first one, and all. */
export type ReceivedUpload = ReceivedPart & {
	readonly integrationId: string;
	readonly parts: readonly [ReceivedPart, ...ReceivedPart[]];
};

/** The state that routes read and change. */
export type RouteContext = {
	readonly model: SandboxModel;
	readonly switches: SandboxSwitches;
	/** Accepts the files of an upload and starts its sync. Returns the ID of the sync. */
	readonly takeUpload: (integrationId: string, parts: ReceivedUpload['parts'], importer: Importer) => string;
	/** Called after a change that must be saved. */
	readonly changed: () => void;
};

export type Handler = (
	request: IncomingMessage,
	url: URL,
	context: RouteContext,
	id: string,
) => SandboxReply | Promise<SandboxReply>;

export type Route = {
	readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
	/** The path without `/api/v1` and slashes at the ends; `(id)` is a group. */
	readonly path: RegExp;
	readonly open?: true;
	readonly handle: Handler;
};

/** Returns an error response with a `detail` (the real shape of errors is [unknown]). */
export function errorReply(status: number, detail: string, headers?: Readonly<Record<string, string>>): SandboxReply {
	return {status, body: {detail}, ...(headers === undefined ? {} : {headers})};
}

export function notFound(): SandboxReply {
	return errorReply(404, 'Not found.');
}

/** Returns the response to an upload whose sync has this ID. */
export function uploadReply(sync: string, {answerBody}: SandboxSwitches): SandboxReply {
	switch (answerBody) {
		case 'empty':
			return {status: 200};
		case 'json-without-id':
			return {status: 200, body: {status: 'queued'}};
		case 'json':
			return {status: 200, body: {id: sync}};
	}
}
