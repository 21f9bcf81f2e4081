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

/** An item of a list. The fields that tests name often are known. */
export type Item = Readonly<Record<string, unknown>> & {
	readonly [Field in
		| 'id'
		| 'title'
		| 'description'
		| 'table_title'
		| 'archived'
		| 'parent_id'
		| 'from_entity_id'
		| 'from_entity'
		| 'to_entity_id'
		| 'to_entity']?: unknown;
};

/** The part of a JSON response that the tests read: a page of a list, or one integration. */
type AnswerBody = {
	readonly id?: unknown;
	readonly name?: unknown;
	readonly scheduled_extractions_last_run?: unknown;
	readonly results?: readonly Item[];
	readonly count?: unknown;
	readonly total_pages?: unknown;
	readonly links?: unknown;
	readonly detail?: unknown;
	readonly resources_file?: unknown;
	readonly lineages_file?: unknown;
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

/** Uploads parts of a form to the JSONL endpoint and waits for the sync. */
export async function uploadParts(
	sandbox: Sandbox,
	parts: Readonly<Record<string, string | Buffer>>,
	{fileName = 'data.jsonl', id = sandbox.integration}: {readonly fileName?: string; readonly id?: string} = {},
): Promise<Answer> {
	const body = new FormData();
	for (const [part, content] of Object.entries(parts)) body.append(part, new Blob([content]), fileName);
	const path = `/api/v1/integration/integrations/${id}/import_jsonl_metadata/`;
	const answer = await ask(sandbox, path, {method: 'POST', body});
	await sandbox.idle();
	return answer;
}

/** Uploads resources and, if they are given, edges as JSONL, and waits for the sync. */
export function uploadLines(
	sandbox: Sandbox,
	resources: readonly object[],
	edges?: readonly object[],
	id?: string,
): Promise<Answer> {
	const lines = (objects: readonly object[]) => objects.map(object => `${JSON.stringify(object)}\n`).join('');
	const parts = {resources_file: lines(resources), ...(edges === undefined ? {} : {lineages_file: lines(edges)})};
	return uploadParts(sandbox, parts, id === undefined ? {} : {id});
}

/** The items of a list of the first integration. */
export async function listed(sandbox: Sandbox, path: string): Promise<readonly Item[]> {
	const {body} = await ask(sandbox, `/api/v1/${path}/?integration_id=${sandbox.integration}`);
	return body.results ?? [];
}

/** A list of the first integration: the databuilder ID of each page, and whether it is archived. */
export async function pageIds(sandbox: Sandbox, path: string): Promise<string[]> {
	const items = await listed(sandbox, path);
	return items.map(({databuilder_id: id, archived}) => `${id}${archived ? ' archived' : ''}`);
}

/** Resources of every type, each with its parent, children first. */
export const everyType = [
	{entity_type: 'chart', databuilder_id: 'chart', parent_databuilder_id: 'dash', title: 'Revenue', product: 'BI'},
	{entity_type: 'dashboard', databuilder_id: 'dash', parent_databuilder_id: 'group', title: 'Sales', group: 'Finance'},
	{entity_type: 'dashboard_group', databuilder_id: 'group', title: 'Finance'},
	{entity_type: 'column', databuilder_id: 'nested', parent_databuilder_id: 'col', title: 'cents', type: 'int'},
	{
		entity_type: 'column',
		databuilder_id: 'col',
		parent_databuilder_id: 'tab',
		title: 'amount',
		sort_order: 3,
		is_pk: true,
	},
	{
		entity_type: 'table',
		databuilder_id: 'tab',
		parent_databuilder_id: 's',
		title: 'orders',
		schema: 'sales',
		database: 'DB',
	},
	{entity_type: 'schema', databuilder_id: 's', parent_databuilder_id: 'd', title: 'sales'},
	{entity_type: 'database', databuilder_id: 'd', title: 'DB'},
] as const;

/** Edits a page of a list as a person does in Secoda. */
export async function edit(sandbox: Sandbox, list: string, id: unknown, fields: object): Promise<void> {
	const body = JSON.stringify(fields);
	const {status} = await ask(sandbox, `/api/v1/${list}/${id}/`, {method: 'PATCH', body});
	if (status !== 200) throw new Error(`the edit failed (${status})`);
}
