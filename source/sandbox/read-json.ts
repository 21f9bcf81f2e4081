import type {IncomingMessage} from 'node:http';

/** Parses the body of a request as an object; `undefined` for other JSON. */
export async function readJson(request: IncomingMessage): Promise<Record<string, unknown> | undefined> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk);
	try {
		const json: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
		return typeof json === 'object' && json !== null ? {...json} : undefined;
	} catch {
		return undefined;
	}
}
