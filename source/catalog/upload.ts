import {type FileHandle, open} from 'node:fs/promises';
import {UserError} from '../errors/user-error.ts';
import type {CatalogError} from './error.ts';
import type {HttpClient} from './http.ts';
import {integrationPath} from './integration-path.ts';
import {type AttemptResult, interpretUploadReply} from './interpret-upload-reply.ts';
import {type Message, messages} from './messages.ts';
import {multipart, type UploadPart} from './multipart.ts';
import {throttledProgress} from './progress.ts';
import {maxAttempts, retryDelay} from './retry-delay.ts';
import type {RequestFailure} from './transport.ts';

/** The result of an upload. */
export type UploadResult =
	| {readonly kind: 'taken'; readonly status: number; readonly id: string | undefined}
	/** The response proves that nothing was accepted. */
	| {readonly kind: 'refused'; readonly error: CatalogError}
	/** Nothing can have been accepted: there was no connection, or every attempt was rate limited. */
	| {readonly kind: 'not-sent'; readonly error: UserError}
	/** The file may have been accepted: only the user can decide to send it again. */
	| {readonly kind: 'unknown'; readonly error: CatalogError}
	/**
	`complete` if the whole body was sent: then the file may have been accepted. In the stage `talking` bytes may have left that
	`bytesSent` does not count yet.
	*/
	| {
			readonly kind: 'cancelled';
			readonly stage: RequestFailure['stage'];
			readonly bytesSent: number;
			readonly complete: boolean;
	  };

/** The files to send, and the endpoint of the integration. A snapshot is one. */
export type UploadRequest = {
	/** The last segment of the path [doc: `import_metadata/`]. */
	readonly endpoint: string;
	readonly parts: readonly UploadPart[];
};

export type UploadWait = {
	readonly reason: 'rate-limited' | 'unreachable';
	readonly seconds: number;
	readonly attempt: number;
};

export type TransferOptions = {
	readonly signal: AbortSignal;
	/** Called about ten times a second and at the end, with the sent and the total bytes of the files. */
	onProgress(sent: number, total: number): void;
	/** Called before a wait for the next attempt. Attempts are repeated only if nothing can have been accepted. */
	onWait(wait: UploadWait): void;
};

type Attempt = {readonly result: AttemptResult; readonly bytesSent: number; readonly complete: boolean};

/** Sends files to an integration, in one request. Never throws for network or file errors. */
export async function upload(
	http: HttpClient,
	integration: string,
	request: UploadRequest,
	options: TransferOptions,
): Promise<UploadResult> {
	const {signal, onWait} = options;
	for (let attempt = 1; ; attempt++) {
		const {result: verdict, bytesSent, complete} = await sendOnce(http, integration, request, options);
		if (verdict.kind === 'cancelled') return {kind: 'cancelled', stage: verdict.stage, bytesSent, complete};
		if (verdict.kind !== 'wait') return verdict;
		if (attempt === maxAttempts) return {kind: 'not-sent', error: verdict.error};
		const seconds = retryDelay(attempt, verdict.retryAfter, http.timer.now());
		onWait({reason: verdict.reason, seconds, attempt});
		await http.timer.delay(seconds * 1000, signal).catch(() => undefined);
		if (signal.aborted) return {kind: 'cancelled', stage: 'connecting', bytesSent: 0, complete: false};
	}
}

async function sendOnce(
	http: HttpClient,
	integration: string,
	{endpoint, parts}: UploadRequest,
	{signal, onProgress}: TransferOptions,
): Promise<Attempt> {
	const files: FileHandle[] = [];
	try {
		const path = integrationPath(integration, endpoint);
		for (const part of parts) files.push(await openChecked(part));
		return await send(path);
	} catch (error) {
		if (error instanceof UserError) return {result: {kind: 'not-sent', error}, bytesSent: 0, complete: false};
		throw error;
	} finally {
		// The files were only read, so a failing close does not matter.
		for (const file of files) await file.close().catch(() => undefined);
	}

	async function send(path: string): Promise<Attempt> {
		const body = multipart(parts);
		const progress = throttledProgress(
			parts.reduce((sum, {bytes}) => sum + bytes, 0),
			http.timer,
			onProgress,
		);
		let complete = false;
		const end = await http.post(path, {
			body: body.pieces(files, () => {
				complete = true;
			}),
			headers: {'content-type': body.contentType, 'content-length': String(body.contentLength)},
			signal,
			onSent: bytes => progress.report(body.fileBytes(bytes)),
		});
		progress.finish();
		return {
			result: interpretUploadReply(end, complete ? 'whole' : 'part', http.server),
			bytesSent: progress.sent(),
			complete,
		};
	}
}

/** Opens the file of a part and checks its size on the open descriptor, which is the one that is sent. @throws UserError `not-readable` */
async function openChecked({path, bytes}: UploadPart): Promise<FileHandle> {
	const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
		throw fileError(messages.fileNotOpened(error.code ?? 'no reason given'));
	});
	const {size} = await handle.stat();
	if (size === bytes) return handle;
	await handle.close();
	throw fileError(messages.fileSizeChanged(size, bytes));
}

function fileError([problem, hint]: Message): UserError {
	return new UserError('not-readable', problem, hint);
}
