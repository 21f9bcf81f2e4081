import {Session} from '../../source/session/session.ts';

/** The check, all safe fixes, and the snapshot of what is left. */
export async function measure(path: string): Promise<string> {
	const {signal} = new AbortController();
	const session = await Session.open(path, signal);
	session.fixAll('safe');
	let bytes = 0;
	for await (const piece of session.canonical(() => undefined, signal)) bytes += piece.length;
	return `${bytes} bytes`;
}
