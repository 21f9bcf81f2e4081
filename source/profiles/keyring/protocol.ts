/** What the keyring's child process is asked, as one line of JSON on its standard input. */
export type KeyringRequest =
	| {readonly do: 'get' | 'delete'; readonly service: string; readonly account: string}
	/** Takes away every account that begins so. */
	| {readonly do: 'delete-all'; readonly service: string; readonly begin: string}
	| {readonly do: 'set'; readonly service: string; readonly account: string; readonly secret: string};

/** What it answers, as one line of JSON on its standard output. */
export type KeyringReply =
	/** `secret`: what was asked for; of `delete`, an empty text when something was taken away. */
	| {readonly kind: 'done'; readonly secret: string | null}
	/** keytar or the library that it needs cannot be loaded. */
	| {readonly kind: 'missing'; readonly reason: string}
	| {readonly kind: 'failed'; readonly reason: string};
