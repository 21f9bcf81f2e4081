import {Session} from '../../source/session/session.ts';

/** Every rule on every record. */
export async function measure(path: string): Promise<string> {
	const session = await Session.open(path, new AbortController().signal);
	return `${session.findings.total('error')} errors`;
}
