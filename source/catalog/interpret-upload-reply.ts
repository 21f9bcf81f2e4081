import type {UserError} from '../errors/user-error.ts';
import {type CatalogError, catalogError} from './error.ts';
import {explainFailure, isTransient, type ServerDetails} from './explain-failure.ts';
import {interpretReply} from './interpret-reply.ts';
import {messages} from './messages.ts';
import {idOf} from './shapes.ts';
import type {HttpReply, RequestFailure} from './transport.ts';

export type AttemptResult =
	| {readonly kind: 'taken'; readonly status: number; readonly id: string | undefined}
	| {readonly kind: 'refused' | 'unknown'; readonly error: CatalogError}
	| {readonly kind: 'not-sent'; readonly error: UserError}
	| {readonly kind: 'cancelled'; readonly stage: RequestFailure['stage']}
	/** Nothing was accepted, and the upload may be retried after a wait. */
	| {
			readonly kind: 'wait';
			readonly reason: 'rate-limited' | 'unreachable';
			readonly retryAfter: string | undefined;
			readonly error: CatalogError;
	  };

/** Returns the result of one attempt, which has sent the whole body or a part of it. */
export function interpretUploadReply(
	end: HttpReply | RequestFailure,
	body: 'whole' | 'part',
	{token, ...place}: ServerDetails & {readonly token: string},
): AttemptResult {
	if (end.kind === 'fault') {
		if (end.reason === 'cancelled') return {kind: 'cancelled', stage: end.stage};
		const error = explainFailure(end, place);
		if (end.stage === 'talking') return {kind: 'unknown', error};
		return isTransient(end)
			? {kind: 'wait', reason: 'unreachable', retryAfter: undefined, error}
			: {kind: 'not-sent', error};
	}

	const {status, retryAfter} = end;
	const verdict = interpretReply(end, token, 'integration');
	if (verdict.kind === 'ok') {
		if (body === 'whole') return {kind: 'taken', status, id: idOf(verdict.json)};
		// A success before the whole file was sent cannot mean this file.
		return {kind: 'unknown', error: earlyReply(status)};
	}

	const {error} = verdict;
	if (status === 429) return {kind: 'wait', reason: 'rate-limited', retryAfter, error};
	return {kind: provesNothingAccepted(status) ? 'refused' : 'unknown', error};
}

/**
True for statuses that are sent before any work is done: client errors, and 301, 307 and 308, which come from a router. After 302,
303, a server error or an HTML page, the file may have been accepted.
*/
function provesNothingAccepted(status: number): boolean {
	return (status >= 400 && status < 500) || status === 301 || status === 307 || status === 308;
}

function earlyReply(status: number): CatalogError {
	return catalogError('unexpected-answer', ...messages.earlyReply(status));
}
