import {type ErrorOf, errorGroup} from '../errors/error-group.ts';

const group = errorGroup(
	'no-token',
	'bad-token-file',
	'malformed-token',
	'token-refused',
	'token-not-removed',
	'keyring',
);

/** There is no token that can be used. Never carries one. */
export type TokenError = ErrorOf<typeof group>;

export const tokenError = group.make;
export const isTokenError = group.is;
