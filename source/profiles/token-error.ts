export type TokenErrorCode = 'no-token' | 'bad-token-file' | 'malformed' | 'keyring' | 'not-forgotten' | 'refused';

/** There is no token that can be used. Never carries one. */
export class TokenError extends Error {
	override readonly name = 'TokenError';
	readonly code: TokenErrorCode;
	readonly next: string;

	constructor(code: TokenErrorCode, message: string, next: string) {
		super(message);
		this.code = code;
		this.next = next;
	}
}
