import {visible} from '../text/visible.ts';
import {CatalogError} from './error.ts';

/** An answer of the server, as far as it counts. */
export type Answer = {
	readonly status: number;
	readonly contentType: string;
	readonly location: string | undefined;
	/** Its text, cut to what is read at most. */
	readonly body: string;
};

export type Verdict =
	| {readonly kind: 'ok'; readonly json: unknown}
	| {readonly kind: 'error'; readonly error: CatalogError};

const longestQuote = 200;

/**
Judges an answer: good is only a 2xx with JSON or nothing in it. A redirect is not followed, and a page of HTML with
status 200 (a login page, a proxy) is no success.
*/
export function judgeAnswer(answer: Answer): Verdict {
	const {status, body} = answer;
	if (status >= 200 && status < 300) {
		if (body.trim() === '') return {kind: 'ok', json: undefined};
		try {
			return {kind: 'ok', json: JSON.parse(body)};
		} catch {
			return error(
				'unexpected-answer',
				`The address answered ${what(answer)} instead of JSON.`,
				'Check --url: it should be a Secoda workspace, with no login page or proxy in between.',
				status,
			);
		}
	}

	return judgeFailure(answer);
}

function judgeFailure(answer: Answer): Verdict {
	const {status} = answer;
	const said = quote(answer);
	if (status >= 300 && status < 400) {
		const target = answer.location === undefined ? '' : ` to ${visible(answer.location).slice(0, longestQuote)}`;
		return error(
			'redirected',
			`The address redirects${target}; redirects are not followed.`,
			'Use the address it leads to, if that is your workspace.',
			status,
		);
	}

	switch (status) {
		case 401:
			return error(
				'unauthorized',
				'The token was not accepted (401).',
				'Check the token and its region (--url us, eu or apac); a new one is made under Settings > API.',
				status,
			);
		case 403:
			return error(
				'forbidden',
				`The token may not do this (403).${said}`,
				'Use a token of someone who may edit this integration.',
				status,
			);
		case 404:
			return error(
				'not-found',
				'There is no such integration (404). It may have been deleted.',
				'Check --integration: the id stands in the address of its page.',
				status,
			);
		case 429:
			return error(
				'rate-limited',
				'The catalog asks to wait: too many requests (429).',
				'Run it again in a minute.',
				status,
			);
		default:
			return status >= 500
				? error('server-error', `The catalog has a fault of its own (${status}).${said}`, 'Run it again later.', status)
				: error(
						'refused',
						`The catalog refused this (${status}).${said}`,
						'Read what it says; the file itself was checked and is well formed.',
						status,
					);
	}
}

function quote({body, contentType}: Answer): string {
	if (/html/i.test(contentType) || /^\s*</.test(body)) return ' It sent a page of HTML.';
	const text = visible(body.trim()).slice(0, longestQuote);
	return text === '' ? '' : ` It says: ${text}`;
}

function what({contentType, body}: Answer): string {
	return /html/i.test(contentType) || /^\s*</.test(body) ? 'a page of HTML' : 'something';
}

function error(kind: CatalogError['kind'], message: string, next: string, status: number): Verdict {
	return {kind: 'error', error: new CatalogError(kind, message, next, status)};
}
