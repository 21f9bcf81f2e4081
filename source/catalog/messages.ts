/** A problem, and a hint at what to do about it. */
export type Message = readonly [problem: string, hint: string];

const checkAddress = 'Check the address. It must be a Secoda workspace.';

/** The texts of all errors between this program and the catalog. `reason` is the error code of the system, `status` that of HTTP. */
export const messages = {
	// The address
	notAnAddress: [
		'This is not a workspace address.',
		'Enter us, eu, apac, or a URL such as https://secoda.example.com.',
	],
	credentialsInAddress: [
		'The address contains a user name or password.',
		'Remove it. The token is passed separately from the address.',
	],
	queryInAddress: ['The address contains a ? or #.', 'Remove that character and everything after it.'],
	unencrypted: (host: string): Message => [
		`http://${host} would send the token unencrypted.`,
		'Use https://. Plain http:// is allowed only for a server on this machine.',
	],
	wrongScheme: (protocol: string): Message => [
		`${protocol}// is not supported in a workspace address.`,
		'Enter a URL that starts with https://.',
	],
	invalidProxy: ['HTTPS_PROXY is not a valid proxy address.', 'Set it to a URL such as http://proxy.example.com:8080.'],
	proxyNotSupported: (nodeVersion: string): Message => [
		`This version of Node.js (${nodeVersion}) cannot use the proxy in HTTPS_PROXY.`,
		'Use Node.js 22.21, 24.5 or later, or unset HTTPS_PROXY.',
	],

	// The token and the integration
	invalidToken: ['The token contains invalid characters.', 'Copy the whole token again from Settings > API.'],
	invalidIntegration: [
		'This is not a valid integration ID.',
		'Check the ID. The address of the integration page in Secoda contains it.',
	],

	// The connection
	cancelled: ['Cancelled.', 'Retry when you are ready.'],
	connectTimeout: (host: string, seconds: number): Message => [
		`Could not connect to ${host} within ${seconds} s.`,
		'Check the network and retry. Increase the limit with --timeout.',
	],
	replyTimeout: (host: string, seconds: number): Message => [
		`${host} did not respond within ${seconds} s.`,
		'Check the network and retry. Increase the limit with --timeout.',
	],
	untrustedCertificate: (host: string, reason: string): Message => [
		`The certificate of ${host} is not trusted (${reason}).`,
		'If your company issues its own certificates, set NODE_EXTRA_CA_CERTS to the file of its root certificate.',
	],
	proxyFailed: (host: string): Message => [
		`The proxy did not connect to ${host}.`,
		'Check HTTPS_PROXY, and the user name and password in it.',
	],
	noTls: (host: string, reason: string): Message => [
		`${host} does not accept HTTPS connections (${reason}).`,
		'Check the address. The port may be for plain HTTP, or a proxy may be in between.',
	],
	noTlsHere: (host: string, reason: string): Message => [
		`${host} does not accept HTTPS connections (${reason}).`,
		`If this server uses plain HTTP, use the address http://${host}`,
	],
	notHttp: (host: string, reason: string): Message => [
		`${host} did not send an HTTP response (${reason}).`,
		checkAddress,
	],
	cannotConnect: (host: string, reason: string) => `Cannot connect to ${host} (${reason}).`,
	connectionClosed: (host: string, reason: string) =>
		`${host} closed the connection before the end of its response (${reason}).`,
	checkNetwork: 'Check the address, the network and the proxy (HTTPS_PROXY), then retry.',
	checkServer: 'Check that the server is running.',
	checkServerOrTls: (host: string) =>
		`Check that the server is running. If it uses plain HTTP, use the address http://${host}`,

	// The response
	notSecoda: ['The server does not respond like Secoda.', checkAddress],
	replyTooLarge: ['The response is too large.', checkAddress],
	notJson: (content: 'html' | 'other'): Message => [
		content === 'html'
			? 'The server sent an HTML page instead of JSON.'
			: 'The server sent a response that is not JSON.',
		'Check the address. It must be a Secoda workspace, without a login page or proxy in between.',
	],
	unexpectedShape: (expected: string): Message => [`The response does not contain ${expected}.`, checkAddress],
	earlyReply: (status: number): Message => [
		`The server responded (${status}) before it had the whole file.`,
		'Check the address. It must be a Secoda workspace, without a proxy in between.',
	],
	/** `target` is empty if the server does not say where. */
	redirected: (target: string): Message => [
		`The server redirects${target === '' ? '' : ` to ${target}`}. Redirects are not followed.`,
		'If that is your workspace, use its address.',
	],
	unauthorized: [
		'Secoda rejected the token (401).',
		'Check that the token is complete and belongs to this region (us, eu or apac). Create a new one under Settings > API.',
	],
	forbidden: (details: string): Message => [
		`The token does not have permission for this (403).${details}`,
		'Use the token of a user who can edit this integration.',
	],
	noIntegration: [
		'The integration does not exist (404). It may have been deleted.',
		'Check the integration ID. The address of the integration page in Secoda contains it.',
	],
	noSuchPath: ['The server does not know this request (404).', checkAddress],
	uploadTooLarge: [
		'The server does not accept an upload of this size (413).',
		'In a self-hosted workspace, nginx may limit it to 1 MiB: increase client_max_body_size.',
	],
	rateLimited: ['Secoda received too many requests (429).', 'Wait a minute, then retry.'],
	serverError: (status: number, details: string): Message => [
		`Secoda returned a server error (${status}).${details}`,
		'Retry later.',
	],
	rejected: (status: number, details: string): Message => [
		`Secoda rejected the request (${status}).${details}`,
		details === '' ? 'Check the address and the integration.' : 'Correct what the response names, then retry.',
	],
	rejectedFields: (status: number, names: string, reasons: string): Message => [
		`Secoda rejected ${names} (${status}).`,
		`Correct this, then retry: ${reasons}`,
	],
	/** Follow a problem as `details`. */
	htmlResponse: ' It sent an HTML page.',
	response: (text: string) => ` Response: ${text}`,

	// Lists
	endlessList: (reason: string): Message => [`A list of the catalog does not end: ${reason}.`, 'Retry later.'],
	repeatedPage: 'the same page appears again',
	emptyPages: 'too many pages are empty',
	longerThanCount: 'it is longer than its count',
	tooManyPages: (limit: number) => `more than ${limit} pages`,
	tooManyItems: (limit: number) => `more than ${limit} items`,
	thinPages: 'its pages are almost empty',
	tooSlow: 'reading it takes too long',
	linkCycle: 'a link to the next page points back',
	invalidLink: ['The catalog sent an invalid link to the next page.', 'Retry later.'],

	// Writes
	possiblyCreated: (problem: string): Message => [
		`${problem} The integration may have been created.`,
		'Check the list of integrations before you create it again.',
	],
	fileChangedWhileSent: ['The file changed or could not be read during the upload.', 'Upload again.'],
	fileNotOpened: (reason: string): Message => [`The upload file cannot be opened (${reason}).`, 'Upload again.'],
	fileSizeChanged: (bytes: number, expected: number): Message => [
		`The upload file has ${bytes} bytes instead of ${expected}.`,
		'Upload again.',
	],
} as const;
