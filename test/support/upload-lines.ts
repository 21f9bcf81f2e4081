import type {TestContext} from 'node:test';
import {parseAddress} from '../../source/catalog/address.ts';
import {connect} from '../../source/catalog/client.ts';
import type {Ending} from '../../source/job/ending.ts';
import type {JobEvent, Preview} from '../../source/job/events.ts';
import {runJob} from '../../source/job/job.ts';
import type {Plan} from '../../source/plan/plan.ts';
import type {Sandbox} from '../../source/sandbox/sandbox.ts';
import type {SandboxSwitches} from '../../source/sandbox/switches.ts';
import {Bundle} from '../../source/session/bundle.ts';
import {BundleSource} from '../../source/session/bundle-source.ts';
import {openState, type State} from '../../source/state/state.ts';
import {start} from '../sandbox/client.ts';
import {json, serve} from './fault-server.ts';
import {temporaryFile, temporaryFolder} from './folder.ts';
import {type Passed, passOn} from './pass-on.ts';

/** A resources file, and a lineage file if it has edges. */
export type Files = {readonly resources: readonly object[]; readonly edges?: readonly object[]};

export type Uploaded = {readonly preview: Preview; readonly ending: Ending; readonly events: readonly JobEvent[]};

export type SyncReading = Extract<JobEvent, {readonly type: 'syncing'}>;

export type LinesUploader = {
	readonly sandbox: Sandbox;
	readonly state: State;
	/** The requests for edges so far: the number of pages that each names. */
	readonly edgeRequests: number[];
	/** Changes the answers of the list of edges from now on. */
	answerEdges?: ((passed: Passed) => Passed) | undefined;
	/** Called with each plan while it can be read. */
	onPlan?: ((plan: Plan) => void) | undefined;
	/** The status of the answer to an upload that the sandbox takes. */
	uploadStatus: number;
	/** Uploads files as JSON Lines, and approves every plan; sends files also if nothing changes. Waits for the sync until a reading is enough. */
	upload(files: Files, isEnough?: (reading: SyncReading) => boolean): Promise<Uploaded>;
};

const line = (object: object) => `${JSON.stringify(object)}\n`;

/** Starts a sandbox behind a server on which requests can fail, for uploads of JSON Lines. */
export async function linesUploader(t: TestContext, switches: Partial<SandboxSwitches> = {}): Promise<LinesUploader> {
	const sandbox = await start(t, {switches: {writesPerMinute: 1000, ...switches}});
	const state = await openState(await temporaryFolder(t));
	t.after(() => state.close());
	const edgeRequests: number[] = [];
	const {url} = await serve(t, async (request, response) => {
		const passed = await passOn(request, sandbox.url);
		if (request.method === 'POST') return json(response, passed.body, uploader.uploadStatus);
		const {pathname, searchParams} = new URL(request.url ?? '', 'http://x');
		if (!pathname.endsWith('/lineage/manual/')) return json(response, passed.body, passed.status);
		edgeRequests.push(searchParams.get('to_entity__in')?.split(',').length ?? 0);
		const {status, body} = uploader.answerEdges?.(passed) ?? passed;
		json(response, body, status);
	});
	const catalog = connect({address: parseAddress(url), token: sandbox.token, env: {}});
	const {signal} = new AbortController();
	const uploader: LinesUploader = {
		sandbox,
		state,
		edgeRequests,
		uploadStatus: 200,
		async upload({resources, edges}, isEnough = () => false) {
			const stop = new AbortController();
			const path = await temporaryFile(t, resources.map(line).join(''), 'resources.jsonl');
			const lineage = edges === undefined ? [] : [await temporaryFile(t, edges.map(line).join(''), 'lineage.jsonl')];
			const bundle = await Bundle.open([path, ...lineage], signal);
			const events: JobEvent[] = [];
			const job = runJob(
				{
					source: new BundleSource(bundle),
					integration: sandbox.integration,
					waitMs: 60_000,
					force: true,
					async decide({plan}) {
						uploader.onPlan?.(plan);
						return {kind: 'send', approval: plan.id};
					},
				},
				{catalog, state},
				stop.signal,
			);
			for await (const event of job) {
				events.push(event);
				if (event.type === 'syncing' && isEnough(event)) stop.abort();
			}

			await bundle.close();
			await sandbox.idle();
			const preview = events.find(event => event.type === 'planned')?.preview;
			const ending = events.find(event => event.type === 'ended')?.ending;
			if (preview === undefined || ending === undefined) throw new Error(JSON.stringify(ending));
			return {preview, ending, events};
		},
	};
	return uploader;
}

const end = (id: string) => ({type: 'internal_resource', databuilder_id: id});

/** Returns an edge between two resources. */
export function edgeLine(from: string, to: string): object {
	return {from_identifier: end(from), to_identifier: end(to)};
}
