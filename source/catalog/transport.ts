/** A request that is sent once, without retries or redirects. */
export type HttpRequest = {
	readonly url: URL;
	readonly method: 'GET' | 'POST';
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string | AsyncGenerator<Uint8Array, void, void>;
	/**
	The time limit of a whole GET. A POST may take any time to send its body: the limit is for each of connecting, the next chunk
	of the body, the headers of the response, and its body.
	*/
	readonly timeoutMs: number;
	/** The number of bytes of the response that are read at most. */
	readonly maxReplyBytes: number;
	readonly signal: AbortSignal;
	/** Called with the number of bytes of the body that this process has written to the socket. */
	onSent?(bytes: number): void;
};

export type HttpReply = {
	readonly kind: 'reply';
	readonly status: number;
	readonly contentType: string;
	readonly location: string | undefined;
	readonly retryAfter: string | undefined;
	readonly body: string;
	/** How much of the body was read. A 2xx is never `broken-off`: that is a failure. */
	readonly extent: 'whole' | 'too-long' | 'broken-off';
};

/** A request without a response. In the stage `connecting` no byte of it can have been sent. */
export type RequestFailure = {
	readonly kind: 'fault';
	readonly stage: 'connecting' | 'talking';
	readonly reason: 'cancelled' | 'timeout' | 'broken';
	/** The error code of Node. */
	readonly code: string | undefined;
};

/**
Sends a request once, without retries or redirects, and reads the response. Never throws for network errors. The client takes it as a
parameter, so that tests can simulate a network.
*/
export type SendRequest = (request: HttpRequest) => Promise<HttpReply | RequestFailure>;
