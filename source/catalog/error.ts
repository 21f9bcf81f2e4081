import {type ErrorOf, errorGroup} from '../errors/error-group.ts';

const group = errorGroup(
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
	/** A write that was sent, without a conclusive response. */
	'perhaps-made',
	'cancelled',
);

/** An error between this program and the catalog. It never contains the request, and so never the token. */
export type CatalogError = ErrorOf<typeof group>;

export const catalogError = group.make;
export const isCatalogError = group.is;
