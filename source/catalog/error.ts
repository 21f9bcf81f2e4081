import {hasCode, UserError} from '../errors/user-error.ts';

const codes = [
	'bad-address',
	'unreachable',
	'timeout',
	'unauthorized',
	'forbidden',
	'not-found',
	'rate-limited',
	'redirected',
	'unexpected-answer',
	'server-error',
	'refused',
	/** A write that was sent and has no clear answer. */
	'perhaps-made',
	'cancelled',
] as const;

export type CatalogErrorCode = (typeof codes)[number];

/** What went wrong between this program and the catalog. It never carries the request, and so never the token. */
export type CatalogError = UserError<CatalogErrorCode>;

export function catalogError(code: CatalogErrorCode, problem: string, hint: string): CatalogError {
	return new UserError(code, problem, hint);
}

export function isCatalogError(error: unknown): error is CatalogError {
	return hasCode(error, codes);
}
