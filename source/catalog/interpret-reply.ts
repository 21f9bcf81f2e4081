import {type CatalogError, catalogError} from './error.ts';
import {excerpt} from './excerpt.ts';
import type {HttpReply} from './send-request.ts';

export type ReplyResult =
	| {readonly kind: 'ok'; readonly json: unknown}
	| {readonly kind: 'error'; readonly error: CatalogError};

/** What was asked for, for the words of a 404. */
export type MissingSubject = 'integration' | 'address';

/**
Judges an answer: good is only a 2xx with JSON or nothing in it. A redirect is not followed, and a page of HTML with
status 200 (a login page, a proxy) is no success. `token` is taken out of what is shown.
*/
export function interpretReply(reply: HttpReply, token: string, subject: MissingSubject): ReplyResult {
	const {status, body, extent} = reply;
	const fail = (kind: CatalogError['code'], message: string, next: string): ReplyResult => ({
		kind: 'error',
		error: catalogError(kind, message, next),
	});
	if (status < 200 || status > 299) return interpretErrorStatus(reply, token, subject, fail);
	if (extent === 'too-long') {
		return fail(
			'unexpected-answer',
			'The answer of the address is too long.',
			'Check the address: it should be a Secoda workspace.',
		);
	}

	if (body.trim() === '') return {kind: 'ok', json: undefined};
	try {
		return {kind: 'ok', json: JSON.parse(body)};
	} catch {
		return fail(
			'unexpected-answer',
			`The address answered ${isHtml(reply) ? 'a page of HTML' : 'something'} instead of JSON.`,
			'Check the address: it should be a Secoda workspace, with no login page or proxy in between.',
		);
	}
}

function interpretErrorStatus(
	reply: HttpReply,
	token: string,
	subject: MissingSubject,
	fail: (kind: CatalogError['code'], message: string, next: string) => ReplyResult,
): ReplyResult {
	const {status, location} = reply;
	if (status >= 300 && status < 400) {
		const target = location === undefined ? '' : ` to ${excerpt(withoutQuery(location), token, 'whole')}`;
		return fail(
			'redirected',
			`The address redirects${target}; redirects are not followed.`,
			'Use the address it leads to, if that is your workspace.',
		);
	}

	const said = quote(reply, token);
	switch (status) {
		case 401:
			return fail(
				'unauthorized',
				'The token was not accepted (401).',
				'Check the token, and that it is of this region (us, eu or apac); a new one is made under Settings > API.',
			);
		case 403:
			return fail(
				'forbidden',
				`The token may not do this (403).${said}`,
				'Use a token of someone who may edit this integration.',
			);
		case 404:
			return subject === 'integration'
				? fail(
						'not-found',
						'There is no such integration (404). It may have been deleted.',
						'Check the id of the integration. The address of its page contains it.',
					)
				: fail(
						'not-found',
						'The address does not know this request (404).',
						'Check the address: it should be a Secoda workspace.',
					);
		case 429:
			return fail('rate-limited', 'The catalog asks to wait: too many requests (429).', 'Run it again in a minute.');
		default:
			return status >= 500
				? fail('server-error', `The catalog has a fault of its own (${status}).${said}`, 'Run it again later.')
				: fail('refused', `The catalog refused this (${status}).${said}`, 'Read what it says.');
	}
}

function quote(reply: HttpReply, token: string): string {
	if (isHtml(reply)) return ' It sent a page of HTML.';
	const text = excerpt(reply.body, token, reply.extent === 'whole' ? 'whole' : 'cut');
	return text === '' ? '' : ` It says: ${text}`;
}

function isHtml({contentType, body}: HttpReply): boolean {
	return /html/i.test(contentType) || /^\s*</.test(body);
}

/** A target's query may carry what is nobody's business. */
function withoutQuery(location: string): string {
	return location.replace(/[?#].*$/s, '');
}
