import type {UserError} from '../errors/user-error.ts';
import {type CatalogError, catalogError} from './error.ts';
import {explainFailure, isTransient, type ServerDetails} from './explain-failure.ts';
import {interpretReply} from './interpret-reply.ts';
import type {HttpReply, RequestFailure} from './send-request.ts';
import {idOf} from './shapes.ts';

export type AttemptResult =
	| {readonly kind: 'taken'; readonly status: number; readonly id: string | undefined}
	| {readonly kind: 'refused' | 'unknown'; readonly error: CatalogError}
	| {readonly kind: 'not-sent'; readonly error: UserError}
	| {readonly kind: 'cancelled'}
	/** Nothing was taken, and the same may be sent again after a wait. */
	| {
			readonly kind: 'wait';
			readonly reason: 'rate-limited' | 'unreachable';
			readonly retryAfter: string | undefined;
			readonly error: CatalogError;
	  };

/** Judges how one try of an upload ended, of which the whole body or a part was handed over. */
export function interpretUploadReply(
	end: HttpReply | RequestFailure,
	body: 'whole' | 'part',
	{token, ...place}: ServerDetails & {readonly token: string},
): AttemptResult {
	if (end.kind === 'fault') {
		if (end.reason === 'cancelled') return {kind: 'cancelled'};
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
		// Who says yes before the file is there has not taken the file, whatever it has taken.
		return {kind: 'unknown', error: earlyReply(status)};
	}

	const {error} = verdict;
	if (status === 429) return {kind: 'wait', reason: 'rate-limited', retryAfter, error};
	return {kind: provesNothingAccepted(status) ? 'refused' : 'unknown', error};
}

/**
A client error was found before the work began. 301, 307 and 308 come from a router in front of it; after 302 and 303
the work may have been done. So it may after a fault of the server, and behind a page of HTML.
*/
function provesNothingAccepted(status: number): boolean {
	return (status >= 400 && status < 500) || status === 301 || status === 307 || status === 308;
}

function earlyReply(status: number): CatalogError {
	return catalogError(
		'unexpected-answer',
		`The address answered (${status}) before it had the whole file.`,
		'Check the address: it should be a Secoda workspace, with no proxy in between.',
	);
}
