import {setTimeout as delay} from 'node:timers/promises';
import {RequestError} from 'got';
import type {CatalogError} from './error.ts';
import {type Http, neverConnected} from './http.ts';
import {judgeAnswer} from './judge-answer.ts';
import {multipart, type UploadFile} from './multipart.ts';
import {mostAttempts, retryDelay} from './retry-delay.ts';
import {idOf} from './shapes.ts';

/** What is known after an upload. */
export type UploadAnswer =
	| {readonly kind: 'taken'; readonly status: number; readonly id: string | undefined}
	/** The answer shows that nothing was taken. */
	| {readonly kind: 'refused'; readonly error: CatalogError}
	/** Nothing can have been taken: no connection stood, or the server kept asking to wait. */
	| {readonly kind: 'not-sent'; readonly error: CatalogError}
	/** It may have been taken: sending it again is a person's decision. */
	| {readonly kind: 'unknown'; readonly error: CatalogError}
	/** `complete` says whether the whole body had been handed over: then it may have been taken. */
	| {readonly kind: 'cancelled'; readonly complete: boolean};

export type UploadWait = {
	readonly reason: 'rate-limited' | 'unreachable';
	readonly seconds: number;
	readonly attempt: number;
};

export type UploadOptions = {
	readonly signal: AbortSignal;
	/** Bytes of the file that went out, and of the whole file. Comes about ten times a second, and at the end. */
	onProgress(sent: number, total: number): void;
	/** A wait before the next try; tries follow only where nothing can have been taken. */
	onWait(wait: UploadWait): void;
};

type Attempt =
	| UploadAnswer
	| {
			readonly kind: 'wait';
			readonly reason: UploadWait['reason'];
			readonly retryAfter: string | undefined;
			readonly error: CatalogError;
	  };

/** Sends a CSV to an integration [doc: `import_metadata`, one part named `file`]. Never throws for what can be met. */
export async function uploadCsv(
	http: Http,
	integration: string,
	file: UploadFile,
	options: UploadOptions,
): Promise<UploadAnswer> {
	const {signal, onWait} = options;
	for (let attempt = 1; ; attempt++) {
		const answer = await tryOnce(http, integration, file, options);
		if (answer.kind !== 'wait') return answer;
		if (attempt === mostAttempts) return {kind: 'not-sent', error: answer.error};
		const seconds = retryDelay(attempt, answer.retryAfter, Date.now());
		onWait({reason: answer.reason, seconds, attempt});
		await delay(seconds * 1000, undefined, {signal}).catch(() => undefined);
		if (signal.aborted) return {kind: 'cancelled', complete: false};
	}
}

async function tryOnce(
	http: Http,
	integration: string,
	file: UploadFile,
	{signal, onProgress}: UploadOptions,
): Promise<Attempt> {
	if (signal.aborted) return {kind: 'cancelled', complete: false};
	const body = multipart('file', file);
	const report = throttled(sent => onProgress(sent, file.bytes));
	let handedOver = 0;
	const request = http.client.post(`integration/integrations/${encodeURIComponent(integration)}/import_metadata/`, {
		body: body.pieces(fileBytes => {
			handedOver = fileBytes;
			report(fileBytes);
		}),
		headers: {'content-type': body.contentType, 'content-length': String(body.contentLength)},
		signal,
	});
	try {
		const {statusCode, headers} = await request;
		const answer = await http.answer(request, signal);
		const verdict = judgeAnswer(answer);
		if (verdict.kind === 'ok') {
			onProgress(file.bytes, file.bytes);
			return {kind: 'taken', status: statusCode, id: idOf(verdict.json)};
		}

		const {error} = verdict;
		if (error.kind === 'rate-limited')
			return {kind: 'wait', reason: 'rate-limited', retryAfter: headers['retry-after'], error};
		return {kind: showsNothingTaken(statusCode) ? 'refused' : 'unknown', error};
	} catch (error) {
		if (signal.aborted) return {kind: 'cancelled', complete: handedOver >= file.bytes};
		const explained = http.explain(error, signal);
		if (neverConnected(error)) return {kind: 'wait', reason: 'unreachable', retryAfter: undefined, error: explained};
		return {kind: failedBeforeSending(error) ? 'not-sent' : 'unknown', error: explained};
	}
}

/**
A client error was found before the work began. 301, 307 and 308 come from a router in front of it; after 302 and 303
the work may have been done. So it may after a fault of the server, and behind a page of HTML.
*/
function showsNothingTaken(status: number): boolean {
	return (status >= 400 && status < 500) || status === 301 || status === 307 || status === 308;
}

/** A time limit that ran out, or a certificate that failed, before the request could go out. */
function failedBeforeSending(error: unknown): boolean {
	if (!(error instanceof RequestError)) return false;
	const event = 'event' in error ? error.event : undefined;
	return event === 'lookup' || event === 'connect' || event === 'secureConnect' || /CERT|SIGNATURE/.test(error.code);
}

function throttled(report: (sent: number) => void): (sent: number) => void {
	let last = Number.NEGATIVE_INFINITY;
	return sent => {
		const now = performance.now();
		if (now - last < 100) return;
		last = now;
		report(sent);
	};
}
