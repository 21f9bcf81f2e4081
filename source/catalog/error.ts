export type CatalogErrorKind =
	| 'bad-address'
	| 'unreachable'
	| 'timeout'
	| 'unauthorized'
	| 'forbidden'
	| 'not-found'
	| 'rate-limited'
	| 'redirected'
	| 'unexpected-answer'
	| 'server-error'
	| 'refused'
	/** It was asked for, and no clear answer came. */
	| 'perhaps-made'
	| 'cancelled';

/**
What went wrong between this program and the catalog. It never carries the request, and so never the token; `next` says
what to do.
*/
export class CatalogError extends Error {
	override readonly name = 'CatalogError';
	readonly kind: CatalogErrorKind;
	readonly next: string;
	/** The HTTP status, if there was an answer. */
	readonly status: number | undefined;

	constructor(kind: CatalogErrorKind, message: string, next: string, status?: number) {
		super(message);
		this.kind = kind;
		this.next = next;
		this.status = status;
	}
}
