import type {TestContext} from 'node:test';
import {type Sandbox, type SandboxServerOptions, startSandbox} from '../../source/sandbox/sandbox.ts';
import {header} from '../support/session.ts';

/** Starts a sandbox whose syncs take no time unless a test sets one; it is closed when the test ends. */
export async function start(t: TestContext, options: SandboxServerOptions = {}): Promise<Sandbox> {
	const sandbox = await startSandbox({...options, switches: {syncMs: 0, ...options.switches}});
	t.after(() => sandbox.close());
	return sandbox;
}

export type Answer = {
	readonly status: number;
	readonly headers: Headers;
	readonly body: AnswerBody;
};

/** The part of a JSON response that the tests read: a page of a list, or one integration. */
type AnswerBody = {
	readonly id?: unknown;
	readonly name?: unknown;
	readonly scheduled_extractions_last_run?: unknown;
	readonly results?: ReadonlyArray<Readonly<Record<string, unknown>>>;
	readonly count?: unknown;
	readonly total_pages?: unknown;
	readonly links?: unknown;
};

/** Sends a request to the sandbox. */
export async function ask(
	sandbox: Sandbox,
	path: string,
	init: RequestInit = {},
	token = sandbox.token,
): Promise<Answer> {
	const response = await fetch(`${sandbox.url}${path}`, {
		...init,
		headers: {authorization: `Bearer ${token}`, ...init.headers},
	});
	const text = await response.text();
	return {status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text)};
}

/** Uploads a file with these lines and waits for its sync. */
export async function upload(sandbox: Sandbox, lines: readonly string[], id = sandbox.integration): Promise<Answer> {
	const body = new FormData();
	body.append('file', new Blob([[header, ...lines, ''].join('\n')]), 'warehouse.csv');
	const answer = await ask(sandbox, `/api/v1/integration/integrations/${id}/import_metadata/`, {method: 'POST', body});
	await sandbox.idle();
	return answer;
}

/** The column pages as the API lists them. */
export async function columns(sandbox: Sandbox): Promise<string[]> {
	const {body} = await ask(sandbox, `/api/v1/table/columns/?integration_id=${sandbox.integration}`);
	return (body.results ?? []).map(
		({table_title, title, archived}) => `${table_title}.${title}${archived ? ' archived' : ''}`,
	);
}
