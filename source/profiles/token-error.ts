import {hasCode, UserError} from '../errors/user-error.ts';

const codes = [
	'no-token',
	'bad-token-file',
	'malformed-token',
	'token-refused',
	'token-not-removed',
	'keyring',
] as const;

export type TokenErrorCode = (typeof codes)[number];

/** There is no token that can be used. Never carries one. */
export type TokenError = UserError<TokenErrorCode>;

export function tokenError(code: TokenErrorCode, problem: string, hint: string): TokenError {
	return new UserError(code, problem, hint);
}

export function isTokenError(error: unknown): error is TokenError {
	return hasCode(error, codes);
}
