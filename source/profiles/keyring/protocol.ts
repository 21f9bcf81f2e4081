/** A request to the child process of the keyring: one line of JSON on its standard input. */
export type KeyringRequest =
	| {readonly do: 'get' | 'delete'; readonly service: string; readonly account: string}
	/** Removes all accounts that begin with `begin`. */
	| {readonly do: 'delete-all'; readonly service: string; readonly begin: string}
	| {readonly do: 'set'; readonly service: string; readonly account: string; readonly secret: string};

/** Its reply: one line of JSON on its standard output. */
export type KeyringReply =
	/** `secret` is the one requested; for `delete`, an empty text if something was removed. */
	| {readonly kind: 'done'; readonly secret: string | null}
	/** keytar or the library that it needs cannot be loaded. */
	| {readonly kind: 'missing'; readonly reason: string}
	| {readonly kind: 'failed'; readonly reason: string};
