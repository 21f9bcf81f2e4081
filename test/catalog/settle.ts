import {once} from 'node:events';
import type {Server} from 'node:net';
import type {TestContext} from 'node:test';
import {parseAddress} from '../../source/catalog/address.ts';
import {connect} from '../../source/catalog/client.ts';
import type {UploadRequest, UploadResult, UploadWait} from '../../source/catalog/upload.ts';
import {type Scope, temporaryFile} from '../support/folder.ts';
import {oneFile} from '../support/upload-request.ts';

export const token = 'canary/token+that-must-not-show';

/** Opens a server on loopback, and closes it when the test ends. Answers its port. */
export async function portOf(t: Scope, server: Server): Promise<number> {
	const sockets = new Set<{destroy(): void}>();
	server.on('connection', socket => {
		socket.on('error', () => undefined);
		sockets.add(socket);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	t.after(() => {
		for (const socket of sockets) socket.destroy();
		server.close();
	});
	const address = server.address();
	return typeof address === 'object' && address !== null ? address.port : 0;
}

export type UploadCase = {
	readonly content?: Buffer;
	readonly path?: string;
	/** The declared size of the file. */
	readonly bytes?: number;
	readonly integration?: string;
	/** The parts to send instead of one file. */
	readonly request?: UploadRequest;
	/** Long if absent, so that only a test about it can meet it. */
	readonly timeoutMs?: number;
	readonly env?: Readonly<Record<string, string>>;
	onProgress?(sent: number, total: number): void;
	readonly abort?: AbortController;
};

/** Uploads a file. The first wait for another try ends it, as if a person had cancelled. */
export async function uploadTo(
	t: TestContext,
	url: string,
	{content = Buffer.alloc(10_000, 'a'), ...more}: UploadCase = {},
): Promise<{readonly answer: UploadResult; readonly waits: readonly UploadWait[]}> {
	const path = more.path ?? (await temporaryFile(t, content));
	const abort = more.abort ?? new AbortController();
	const waits: UploadWait[] = [];
	const {env = {}, timeoutMs = 30_000} = more;
	const answer = await connect({address: parseAddress(url), token, timeoutMs, env}).upload(
		more.integration ?? 'i',
		more.request ?? oneFile(path, more.bytes ?? content.length),
		{
			signal: abort.signal,
			onProgress: (sent, total) => more.onProgress?.(sent, total),
			onWait(wait) {
				waits.push(wait);
				abort.abort();
			},
		},
	);
	return {answer, waits};
}

/** The kind of an answer, and of its error. */
export function kinds(answer: UploadResult): string {
	return 'error' in answer ? `${answer.kind}: ${answer.error.code}` : answer.kind;
}
