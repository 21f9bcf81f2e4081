import {randomBytes, randomUUID, timingSafeEqual} from 'node:crypto';
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {SandboxModel} from './model.ts';
import {loadModel, saveModel} from './persist.ts';
import {RateLimit} from './rate-limit.ts';
import {errorReply, type ReceivedUpload, type RouteContext, type SandboxReply} from './route.ts';
import {routes} from './routes.ts';
import {defaultSwitches, type SandboxSwitches} from './switches.ts';
import {runSync, type SandboxSync} from './sync.ts';

export type SandboxServerOptions = {
	/** Any free port if 0 or absent. */
	readonly port?: number | undefined;
	readonly token?: string | undefined;
	/** The folder for its data; without it they are kept in memory. */
	readonly dataDir?: string | undefined;
	readonly switches?: Partial<SandboxSwitches>;
};

/** A running sandbox. */
export type Sandbox = {
	readonly url: string;
	readonly token: string;
	/** The ID of the first integration. */
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
		takeUpload(integrationId, parts, importer) {
			const sync: SandboxSync = {id: randomUUID(), integrationId, status: 'running', message: ''};
			uploads.push({...parts[0], integrationId, parts});
			syncs.push(sync);
			after(() => runSync(sync, importer, model, switches, stop.signal));
			changed();
			return sync.id;
		},
	};
	const limit = new RateLimit();
	const server = createServer((request, response) => {
		answer(request, context, token, limit).then(
			reply => send(response, reply),
			() => send(response, errorReply(500, 'Internal error in the sandbox.')),
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
	// Every path works with and without /api/v1, and with and without a trailing slash [doc].
	const path = url.pathname.replace(/^\/(?:api\/v1\/?)?/, '').replace(/\/$/, '');
	const matching = routes.filter(route => route.path.test(path));
	const route = matching.find(({method}) => method === request.method);
	if (route?.open !== true && !authorized(request, token))
		return drained(request, errorReply(401, 'Authentication credentials are missing or invalid.'));
	if (route === undefined)
		return drained(
			request,
			matching.length > 0 ? errorReply(405, 'Method not allowed.') : errorReply(404, 'Not found.'),
		);
	const {switches} = context;
	const isUpload = /\/import_(?:jsonl_)?metadata$/.test(path);
	const isWrite = request.method === 'POST' || request.method === 'PATCH';
	const counts = isWrite && (switches.uploadsCount || !isUpload);
	const seconds = counts ? limit.take(switches.writesPerMinute, Date.now()) : 0;
	if (seconds > 0)
		return drained(
			request,
			errorReply(429, 'Too many requests.', switches.retryAfter ? {'retry-after': String(seconds)} : {}),
		);
	const id = decodeURIComponent(route.path.exec(path)?.[1] ?? '');
	return route.handle(request, url, context, id);
}

/** Discards the rest of a rejected request: otherwise the client sees a reset instead of the response. */
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
