import {isLoopback} from './address.ts';
import {type CatalogError, catalogError} from './error.ts';
import type {RequestFailure} from './send-request.ts';

/** What a fault is said about. */
export type ServerDetails = {
	readonly host: string;
	/** How the address begins: `https:` or `http:`. */
	readonly protocol: string;
	readonly timeoutMs: number;
};

/** A fault of the way as an error that a person understands. */
export function explainFailure(fault: RequestFailure, {host, protocol, timeoutMs}: ServerDetails): CatalogError {
	const {stage, reason, code} = fault;
	if (reason === 'cancelled') return catalogError('cancelled', 'Cancelled.', 'Run it again when you are ready.');
	if (reason === 'timeout') {
		const what = stage === 'connecting' ? 'could not be connected to' : 'did not take the request and answer it';
		return catalogError(
			'timeout',
			`${host} ${what} within ${timeoutMs / 1000} s.`,
			'Check the network and try again; --timeout gives it longer.',
		);
	}

	const why = code ?? 'no reason given';
	if (isCertificate(code)) {
		return catalogError(
			'unreachable',
			`The certificate of ${host} cannot be trusted (${why}).`,
			'Name the certificate of your company with NODE_EXTRA_CA_CERTS.',
		);
	}

	// got's code for a body that failed on this side.
	if (code === 'ERR_UPLOAD') {
		return catalogError(
			'refused',
			'The file changed, or could not be read, while it was sent.',
			'Run it again from the start.',
		);
	}

	if (code === 'ERR_PROXY_TUNNEL') {
		return catalogError(
			'unreachable',
			`The proxy does not lead to ${host}.`,
			'Check HTTPS_PROXY, and the name and password in it.',
		);
	}

	if (code === 'EPROTO' || code?.startsWith('ERR_SSL')) {
		return catalogError(
			'unreachable',
			`${host} does not speak https (${why}).`,
			isThisMachine(host)
				? `A server on this machine may speak plain http: give its address as http://${host}`
				: 'Check the address: its port may be one for plain http, or a proxy may be in between.',
		);
	}

	if (code?.startsWith('HPE_')) {
		return catalogError(
			'unexpected-answer',
			`${host} did not answer in HTTP (${why}).`,
			'Check the address: it should be a Secoda workspace.',
		);
	}

	const what = stage === 'connecting' ? 'cannot be reached' : 'broke off the connection before the end of its answer';
	return catalogError(
		'unreachable',
		`${host} ${what} (${why}).`,
		isThisMachine(host)
			? `Check that the server runs.${protocol === 'https:' ? ` One without TLS has an address such as http://${host}` : ''}`
			: 'Check the address, the network and a proxy (HTTPS_PROXY), then try again.',
	);
}

function isThisMachine(host: string): boolean {
	return isLoopback(new URL(`http://${host}`).hostname);
}

/** Whether the same request may get through a moment later. */
export function isTransient({reason, stage, code}: RequestFailure): boolean {
	if (reason !== 'broken') return false;
	if (stage === 'talking') return !code?.startsWith('HPE_');
	return code !== undefined && transientCodes.has(code);
}

const transientCodes: ReadonlySet<string> = new Set([
	'ECONNREFUSED',
	'ECONNRESET',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'ENETDOWN',
]);

function isCertificate(code: string | undefined): boolean {
	return code !== undefined && /CERT|SIGNATURE/.test(code);
}
