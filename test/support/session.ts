import type {TestContext} from 'node:test';
import {Session} from '../../source/session/session.ts';
import {temporaryFile} from './folder.ts';

export const header =
	'col_name,col_description,col_type,sort_order,database,schema,name,description,is_view,last_updated_time';

/** A record that breaks no rule, as a CSV line; `changes` replaces fields by their place in the header. */
export function recordLine(changes: {readonly [field: string]: string} = {}): string {
	const usual: Record<string, string> = {
		col_name: 'id',
		col_description: 'The id',
		col_type: 'INT',
		sort_order: '1',
		database: 'DB',
		schema: 'sales',
		name: 'orders',
		description: 'Orders',
		is_view: 'false',
		last_updated_time: '1700000000',
	};
	return header
		.split(',')
		.map(field => changes[field] ?? usual[field])
		.join(',');
}

/** An open session on these lines under the documented header; it is closed when the test ends. */
export async function openLines(t: TestContext, lines: readonly string[]): Promise<Session> {
	return openText(t, [header, ...lines, ''].join('\n'));
}

export async function openText(t: TestContext, text: string | Buffer): Promise<Session> {
	const session = await Session.open(await temporaryFile(t, text), new AbortController().signal);
	t.after(() => session.close());
	return session;
}

/** Findings as `row field code`, in order. */
export function listed(session: Session): string[] {
	return [...session.findings.rows()].flatMap(row =>
		session.problemsAt(row).map(({field, code}) => [row, field ?? '-', code].join(' ')),
	);
}
