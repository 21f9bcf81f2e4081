import type {TestContext} from 'node:test';
import {parseAddress} from '../../source/catalog/address.ts';
import {type ConnectOptions, connect} from '../../source/catalog/client.ts';
import type {JobEvent} from '../../source/job/events.ts';
import {runJob} from '../../source/job/job.ts';
import type {JobOptions} from '../../source/job/options.ts';
import type {Sandbox} from '../../source/sandbox/sandbox.ts';
import type {SandboxSwitches} from '../../source/sandbox/switches.ts';
import {Bundle} from '../../source/session/bundle.ts';
import {BundleSource} from '../../source/session/bundle-source.ts';
import {openState, type State} from '../../source/state/state.ts';
import {start} from '../sandbox/client.ts';
import {temporaryFolder} from './folder.ts';
import {openLines} from './session.ts';
import type {Uploaded} from './upload-lines.ts';

export type RowsUploader = {
	readonly sandbox: Sandbox;
	readonly state: State;
	/** Uploads rows of a CSV. Every plan is approved, unless `decide` says otherwise. */
	upload(lines: readonly string[], options?: Partial<JobOptions>): Promise<Uploaded>;
};

/** Starts a sandbox for uploads of CSV files. */
export async function rowsUploader(
	t: TestContext,
	switches: Partial<SandboxSwitches> = {},
	options: Partial<ConnectOptions> = {},
): Promise<RowsUploader> {
	const sandbox = await start(t, {switches: {writesPerMinute: 1000, ...switches}});
	const state = await openState(await temporaryFolder(t));
	t.after(() => state.close());
	const catalog = connect({address: parseAddress(sandbox.url), token: sandbox.token, env: {}, ...options});
	return {
		sandbox,
		state,
		async upload(lines, options = {}) {
			const job = runJob(
				{
					source: new BundleSource(new Bundle(await openLines(t, lines))),
					integration: sandbox.integration,
					waitMs: 30_000,
					decide: ({plan}) => Promise.resolve({kind: 'send', approval: plan.id}),
					...options,
				},
				{catalog, state},
				new AbortController().signal,
			);
			const events: JobEvent[] = [];
			for await (const event of job) events.push(event);
			await sandbox.idle();
			const preview = events.find(event => event.type === 'planned')?.preview;
			const ending = events.find(event => event.type === 'ended')?.ending;
			if (preview === undefined || ending === undefined) throw new Error(JSON.stringify(ending));
			return {preview, ending, events};
		},
	};
}

/** Does not approve a plan. */
export const withoutApproval: Pick<JobOptions, 'decide'> = {
	decide: () => Promise.resolve({kind: 'send', approval: undefined}),
};

/** Ends an upload at its plan. */
export const planOnly: Pick<JobOptions, 'decide'> = {decide: () => Promise.resolve({kind: 'stop'})};

/** Does not watch the sync. */
export const sendOnly: Pick<JobOptions, 'waitMs'> = {waitMs: 0};
