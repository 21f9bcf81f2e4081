import {type CatalogError, catalogError} from './error.ts';
import {excerpt} from './excerpt.ts';
import {messages} from './messages.ts';
import {rejectedFields} from './rejected-fields.ts';
import type {HttpReply} from './transport.ts';

export type ReplyResult =
	| {readonly kind: 'ok'; readonly json: unknown}
	| {readonly kind: 'error'; readonly error: CatalogError};

/** The likely subject of a 404: an integration that does not exist, or an address that is not a workspace. */
export type MissingSubject = 'integration' | 'address';

/**
Returns the JSON of a response, or its error. Only a 2xx with JSON or an empty body is a success: a redirect is not followed, and
an HTML page with status 200 (a login page, a proxy) is an error. `token` is removed from texts of the server.
*/
export function interpretReply(reply: HttpReply, token: string, subject: MissingSubject): ReplyResult {
	const {status, body, extent} = reply;
	if (status < 200 || status > 299) return failed(errorOfStatus(reply, token, subject));
	if (extent === 'too-long') return failed(catalogError('unexpected-answer', ...messages.replyTooLarge));
	if (body.trim() === '') return {kind: 'ok', json: undefined};
	try {
		return {kind: 'ok', json: JSON.parse(body)};
	} catch {
		return failed(catalogError('unexpected-answer', ...messages.notJson(isHtml(reply) ? 'html' : 'other')));
	}
}

function failed(error: CatalogError): ReplyResult {
	return {kind: 'error', error};
}

function errorOfStatus(reply: HttpReply, token: string, subject: MissingSubject): CatalogError {
	const {status, location} = reply;
	if (status >= 300 && status < 400) {
		const target = location === undefined ? '' : excerpt(withoutQuery(location), token, 'whole');
		return catalogError('redirected', ...messages.redirected(target));
	}

	switch (status) {
		case 401:
			return catalogError('unauthorized', ...messages.unauthorized);
		case 403:
			return catalogError('forbidden', ...messages.forbidden(detailsOf(reply, token)));
		case 404:
			return subject === 'integration'
				? catalogError('not-found', ...messages.noIntegration)
				: catalogError('not-found', ...messages.noSuchPath);
		case 413:
			return catalogError('refused', ...messages.uploadTooLarge);
		case 429:
			return catalogError('rate-limited', ...messages.rateLimited);
		default:
			return status >= 500
				? catalogError('server-error', ...messages.serverError(status, detailsOf(reply, token)))
				: rejection(reply, token);
	}
}

/** Returns the error of a rejected request. Fields that the response names become the hint. */
function rejection(reply: HttpReply, token: string): CatalogError {
	const {status, body, extent} = reply;
	const fields = extent === 'whole' ? rejectedFields(body) : [];
	if (fields.length === 0) return catalogError('refused', ...messages.rejected(status, detailsOf(reply, token)));
	const names = fields.map(({name}) => `"${name}"`).join(', ');
	const reasons = fields.map(({name, reason}) => (fields.length === 1 ? reason : `${name}: ${reason}`)).join(' ');
	const shown = [names, reasons].map(text => excerpt(text, token, 'whole'));
	return catalogError('refused', ...messages.rejectedFields(status, shown[0] ?? '', shown[1] ?? ''));
}

function detailsOf(reply: HttpReply, token: string): string {
	if (isHtml(reply)) return messages.htmlResponse;
	const text = excerpt(reply.body, token, reply.extent === 'whole' ? 'whole' : 'cut');
	return text === '' ? '' : messages.response(text);
}

function isHtml({contentType, body}: HttpReply): boolean {
	return /html/i.test(contentType) || /^\s*</.test(body);
}

/** Drops the query, which may contain secrets. */
function withoutQuery(location: string): string {
	return location.replace(/[?#].*$/s, '');
}
