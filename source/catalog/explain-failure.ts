import {isLoopback} from './address.ts';
import {type CatalogError, catalogError} from './error.ts';
import {messages} from './messages.ts';
import type {RequestFailure} from './transport.ts';

/** The server that a message is about. */
export type ServerDetails = {
	readonly host: string;
	/** The scheme of the address: `https:` or `http:`. */
	readonly protocol: string;
	readonly timeoutMs: number;
};

/** Returns the error that explains a request without a response. */
export function explainFailure(
	{stage, reason, code}: RequestFailure,
	{host, protocol, timeoutMs}: ServerDetails,
): CatalogError {
	if (reason === 'cancelled') return catalogError('cancelled', ...messages.cancelled);
	if (reason === 'timeout') {
		const message = stage === 'connecting' ? messages.connectTimeout : messages.replyTimeout;
		return catalogError('timeout', ...message(host, timeoutMs / 1000));
	}

	const why = code ?? 'no reason given';
	if (isCertificate(code)) return catalogError('unreachable', ...messages.untrustedCertificate(host, why));
	// got's code for a body that failed on this side.
	if (code === 'ERR_UPLOAD') return catalogError('refused', ...messages.fileChangedWhileSent);
	if (code === 'ERR_PROXY_TUNNEL') return catalogError('unreachable', ...messages.proxyFailed(host));
	if (code === 'EPROTO' || code?.startsWith('ERR_SSL')) {
		const message = isThisMachine(host) ? messages.noTlsHere : messages.noTls;
		return catalogError('unreachable', ...message(host, why));
	}

	if (code?.startsWith('HPE_')) return catalogError('unexpected-answer', ...messages.notHttp(host, why));
	const problem = stage === 'connecting' ? messages.cannotConnect : messages.connectionClosed;
	return catalogError('unreachable', problem(host, why), hintFor(host, protocol));
}

function hintFor(host: string, protocol: string): string {
	if (!isThisMachine(host)) return messages.checkNetwork;
	return protocol === 'https:' ? messages.checkServerOrTls(host) : messages.checkServer;
}

function isThisMachine(host: string): boolean {
	return isLoopback(new URL(`http://${host}`).hostname);
}

/** True if the same request may succeed a moment later. */
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
