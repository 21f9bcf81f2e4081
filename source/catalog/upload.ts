import {type FileHandle, open} from 'node:fs/promises';
import {setTimeout as delay} from 'node:timers/promises';
import {UserError} from '../errors/user-error.ts';
import type {CatalogError} from './error.ts';
import type {HttpClient} from './http.ts';
import {integrationPath} from './integration-path.ts';
import {type AttemptResult, interpretUploadReply} from './interpret-upload-reply.ts';
import {multipart, type UploadPart} from './multipart.ts';
import {throttledProgress} from './progress.ts';
import {maxAttempts, retryDelay} from './retry-delay.ts';

/** What is known after an upload. */
export type UploadResult =
	| {readonly kind: 'taken'; readonly status: number; readonly id: string | undefined}
	/** The answer shows that nothing was taken. */
	| {readonly kind: 'refused'; readonly error: CatalogError}
	/** Nothing can have been taken: no connection stood, or the server kept asking to wait. */
	| {readonly kind: 'not-sent'; readonly error: UserError}
	/** It may have been taken: sending it again is a person's decision. */
	| {readonly kind: 'unknown'; readonly error: CatalogError}
	/** `complete` says whether the whole body had been handed over: then it may have been taken. */
	| {readonly kind: 'cancelled'; readonly bytesSent: number; readonly complete: boolean};

/** What is sent, and where below an integration. A snapshot is one. */
export type UploadRequest = {
	/** The last part of the address [doc: `import_metadata/`]. */
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
	/** Bytes of the files that went out, and of all files. Comes about ten times a second, and at the end. */
	onProgress(sent: number, total: number): void;
	/** A wait before the next try; tries follow only where nothing can have been taken. */
	onWait(wait: UploadWait): void;
};

type Attempt = {readonly result: AttemptResult; readonly bytesSent: number; readonly complete: boolean};

/** Sends files to an integration, in one request. Never throws for what can be met. */
export async function upload(
	http: HttpClient,
	integration: string,
	request: UploadRequest,
	options: TransferOptions,
): Promise<UploadResult> {
	const {signal, onWait} = options;
	for (let attempt = 1; ; attempt++) {
		const {result: verdict, bytesSent, complete} = await sendOnce(http, integration, request, options);
		if (verdict.kind === 'cancelled') return {kind: 'cancelled', bytesSent, complete};
		if (verdict.kind !== 'wait') return verdict;
		if (attempt === maxAttempts) return {kind: 'not-sent', error: verdict.error};
		const seconds = retryDelay(attempt, verdict.retryAfter, Date.now());
		onWait({reason: verdict.reason, seconds, attempt});
		await delay(seconds * 1000, undefined, {signal}).catch(() => undefined);
		if (signal.aborted) return {kind: 'cancelled', bytesSent: 0, complete: false};
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
		// The files were only read: a close that fails says nothing of what was sent.
		for (const file of files) await file.close().catch(() => undefined);
	}

	async function send(path: string): Promise<Attempt> {
		const body = multipart(parts);
		const progress = throttledProgress(
			parts.reduce((sum, {bytes}) => sum + bytes, 0),
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

/** Opens the file of a part, and looks at the very file that will be sent. @throws UserError `not-readable` */
async function openChecked({path, bytes}: UploadPart): Promise<FileHandle> {
	const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
		throw fileError(`cannot be opened (${error.code ?? 'no reason given'})`);
	});
	const {size} = await handle.stat();
	if (size === bytes) return handle;
	await handle.close();
	throw fileError(`has ${size} bytes and not ${bytes}`);
}

function fileError(what: string): UserError {
	return new UserError('not-readable', `The file to be sent ${what}.`, 'Run it again from the start.');
}
