import {randomBytes, randomUUID, timingSafeEqual} from 'node:crypto';
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {SandboxModel} from './model.ts';
import {loadModel, saveModel} from './persist.ts';
import {RateLimit} from './rate-limit.ts';
import {errorReply, type ReceivedUpload, type RouteContext, routes, type SandboxReply} from './routes.ts';
import {defaultSwitches, type SandboxSwitches} from './switches.ts';
import {runSync, type SandboxSync} from './sync.ts';

export type SandboxServerOptions = {
	/** 0 or absent: any free port. */
	readonly port?: number | undefined;
	readonly token?: string | undefined;
	/** Where its pages are kept; without it they live as long as the process. */
	readonly dataDir?: string | undefined;
	readonly switches?: Partial<SandboxSwitches>;
};

/** A running sandbox. */
export type Sandbox = {
	readonly url: string;
	readonly token: string;
	/** The id of the integration that is there from the start. */
	readonly integration: string;
	readonly model: SandboxModel;
	/** May be changed at any time. */
	readonly switches: SandboxSwitches;
	readonly uploads: readonly ReceivedUpload[];
	readonly syncs: readonly SandboxSync[];
	/** Resolves when no sync is running. */
	idle(): Promise<void>;
	close(): Promise<void>;
};

/** Starts a local Secoda on the loopback interface. */
export async function startSandbox(options: SandboxServerOptions = {}): Promise<Sandbox> {
	const model = new SandboxModel();
	const switches = {...defaultSwitches, ...options.switches};
	const token = options.token ?? randomBytes(24).toString('base64url');
	const uploads: ReceivedUpload[] = [];
	const syncs: SandboxSync[] = [];
	const stop = new AbortController();
	let work: Promise<unknown> = Promise.resolve();
	const after = (task: () => Promise<unknown>) => {
		work = work.then(task);
	};
	const {dataDir} = options;
	const changed = () => {
		if (dataDir !== undefined) after(() => saveModel(model, dataDir));
	};
	if (dataDir !== undefined) await loadModel(model, dataDir);
	if (model.integrations.size === 0) model.addIntegration('Sandbox warehouse', 'custom');
	const context: RouteContext = {
		model,
		switches,
		changed,
		takeUpload(upload, content) {
			const sync: SandboxSync = {id: randomUUID(), integrationId: upload.integrationId, status: 'running', message: ''};
			uploads.push(upload);
			syncs.push(sync);
			after(() => runSync(sync, content, model, switches, stop.signal));
			changed();
			return sync.id;
		},
	};
	const limit = new RateLimit();
	const server = createServer((request, response) => {
		answer(request, context, token, limit).then(
			reply => send(response, reply),
			() => send(response, errorReply(500, 'The sandbox has a fault.')),
		);
	});
	await listen(server, options.port ?? 0);
	return {
		url: `http://127.0.0.1:${portOf(server)}`,
		token,
		integration: [...model.integrations.keys()][0] ?? '',
		model,
		switches,
		uploads,
		syncs,
		async idle() {
			await work;
		},
		async close() {
			stop.abort();
			server.closeAllConnections();
			await new Promise(resolve => server.close(resolve));
			await work;
		},
	};
}

async function answer(
	request: IncomingMessage,
	context: RouteContext,
	token: string,
	limit: RateLimit,
): Promise<SandboxReply> {
	const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`);
	// Every path answers with and without /api/v1, and with and without the last slash [doc].
	const path = url.pathname.replace(/^\/(?:api\/v1\/?)?/, '').replace(/\/$/, '');
	const matching = routes.filter(route => route.path.test(path));
	const route = matching.find(({method}) => method === request.method);
	if (route?.open !== true && !authorized(request, token))
		return drained(request, errorReply(401, 'Authentication credentials were not provided or are wrong.'));
	if (route === undefined)
		return drained(
			request,
			matching.length > 0 ? errorReply(405, 'Method not allowed.') : errorReply(404, 'Not found.'),
		);
	const {switches} = context;
	const counts = request.method === 'POST' && (switches.uploadsCount || !path.endsWith('import_metadata'));
	const seconds = counts ? limit.take(switches.writesPerMinute, Date.now()) : 0;
	if (seconds > 0)
		return drained(
			request,
			errorReply(429, 'Too many requests.', switches.retryAfter ? {'retry-after': String(seconds)} : {}),
		);
	const id = decodeURIComponent(route.path.exec(path)?.[1] ?? '');
	return route.handle(request, url, context, id);
}

/** The rest of a request that is refused must be read, or the client sees a reset in place of the answer. */
function drained(request: IncomingMessage, reply: SandboxReply): SandboxReply {
	request.resume();
	return reply;
}

function authorized(request: IncomingMessage, token: string): boolean {
	const given = Buffer.from(request.headers.authorization ?? '');
	const wanted = Buffer.from(`Bearer ${token}`);
	return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function send(response: ServerResponse, {status, body, headers}: SandboxReply): void {
	const text = body === undefined ? '' : JSON.stringify(body);
	response.writeHead(status, {...(body === undefined ? {} : {'content-type': 'application/json'}), ...headers});
	response.end(text);
}

function listen(server: Server, port: number): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
}

function portOf(server: Server): number {
	const address: AddressInfo | string | null = server.address();
	return typeof address === 'object' && address !== null ? address.port : 0;
}
