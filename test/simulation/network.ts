import type {HttpReply, HttpRequest, RequestFailure} from '../../source/catalog/transport.ts';
import {uploadReply} from '../../source/sandbox/route.ts';
import {integrationJson} from '../../source/sandbox/shapes.ts';
import {Random} from '../reference/random.ts';
import {pagesOf} from './pages.ts';
import type {ServedUpload, SimulatedSecoda} from './secoda.ts';
import {SimulatedLists} from './simulated-lists.ts';
import type {VirtualTimer} from './virtual-timer.ts';
import type {Fate, World} from './world.ts';

/** The fate of a request that has a connection. */
type Arrived = Exclude<Fate, {kind: 'no-connection'}>;

/** The connection to a simulated Secoda, which loses requests and responses as the world says. */
export class SimulatedNetwork {
	/** The number of requests so far. */
	requests = 0;
	readonly #secoda: SimulatedSecoda;
	readonly #world: World;
	readonly #timer: VirtualTimer;
	readonly #random: Random;
	readonly #lists: SimulatedLists;
	#attempts = 0;

	constructor(secoda: SimulatedSecoda, world: World, timer: VirtualTimer) {
		this.#secoda = secoda;
		this.#world = world;
		this.#timer = timer;
		this.#random = new Random(world.seed);
		this.#lists = new SimulatedLists(secoda, world.reads, timer, this.#random);
	}

	async send(request: HttpRequest): Promise<HttpReply | RequestFailure> {
		this.requests++;
		try {
			await this.#timer.delay(this.#world.reads.latencyMs, request.signal);
			return request.method === 'POST' ? await this.#receive(request) : await this.#read(request);
		} catch (error) {
			if (!request.signal.aborted) throw error;
			return {kind: 'fault', stage: 'talking', reason: 'cancelled', code: 'ERR_ABORTED'};
		}
	}

	async #receive({body, signal, onSent}: HttpRequest): Promise<HttpReply | RequestFailure> {
		const fate = this.#world.fates[this.#attempts++];
		if (fate?.kind === 'no-connection')
			return {kind: 'fault', stage: 'connecting', reason: fate.reason, code: fate.code};
		const upload = this.#secoda.serve('us');
		if (this.#secoda.ours.length === 1) this.#secoda.noteShown();
		if (typeof body !== 'object') throw new TypeError('a form is expected');
		const {readsAhead, isProgressLate} = this.#world;
		const pieces: Uint8Array[] = [];
		const limit = fate?.pieces ?? Number.POSITIVE_INFINITY;
		const all: Uint8Array[] = [];
		let sent = 0;
		try {
			if (readsAhead) for await (const piece of body) all.push(piece);
			const source = readsAhead ? all.values() : body;
			while (pieces.length < limit) {
				const {value: piece} = await source.next();
				if (piece === undefined) break;
				if (isProgressLate) pieces.push(piece);
				if (isProgressLate) upload.pieces++;
				await this.#timer.delay(10, signal);
				if (!isProgressLate) pieces.push(piece);
				if (!isProgressLate) upload.pieces++;
				sent += piece.length;
				onSent?.(sent);
			}
		} finally {
			await body.return();
		}

		return this.#settle(upload, fate ?? this.#success(upload), Buffer.concat(pieces), signal);
	}

	#success({sync}: ServedUpload): Arrived {
		const {body} = uploadReply(sync.id, this.#secoda.switches);
		return {
			kind: 'reply',
			status: 200,
			body: body === undefined ? '' : JSON.stringify(body),
			contentType: 'application/json',
			retryAfter: undefined,
			pieces: Number.POSITIVE_INFINITY,
			isTaken: true,
			isBroken: false,
			answerMs: this.#random.pick([0, 200, 5000]),
		};
	}

	/** Takes the file of a request, or not, and answers. */
	async #settle(
		upload: ServedUpload,
		fate: Arrived,
		form: Buffer,
		signal: AbortSignal,
	): Promise<HttpReply | RequestFailure> {
		const isWhole = form.includes('--\r\n', form.length - 4);
		upload.mayBeTaken = isWhole && !(fate.kind === 'reply' && (fate.status === 429 || isClientError(fate.status)));
		if (isWhole) this.#check(form);
		if (fate.isTaken && isWhole) this.#secoda.take(upload, this.#world.file, this.#world.sync);
		await this.#timer.delay(fate.answerMs, signal);
		if (fate.kind === 'lost') return {kind: 'fault', stage: 'talking', reason: fate.reason, code: 'ECONNRESET'};
		const {status, body, contentType, retryAfter, isBroken} = fate;
		if (isBroken && status < 300) return {kind: 'fault', stage: 'talking', reason: 'broken', code: 'ECONNRESET'};
		return reply(status, body, {contentType, retryAfter, extent: isBroken ? 'broken-off' : 'whole'});
	}

	async #read({url, timeoutMs, signal}: HttpRequest): Promise<HttpReply | RequestFailure> {
		const {faults} = this.#world.reads;
		const random = this.#random;
		if (faults > 0 && random.oneIn(faults)) {
			const status = random.pick([0, 1, 200, 429, 500, 503]);
			if (status === 1) await this.#timer.delay(timeoutMs, signal);
			if (status < 2)
				return {kind: 'fault', stage: 'talking', reason: status === 1 ? 'timeout' : 'broken', code: 'ECONNRESET'};
			return reply(status, status === 200 ? '{"results": [{"id"' : '{}');
		}

		if (!this.#world.reads.isSortTaken && url.searchParams.has('sort')) return reply(400, '{"detail": "no sort"}');
		const json = this.#lists.page(url) ?? integrationJson(this.#secoda.integration, this.#secoda.model);
		return reply(200, JSON.stringify(json));
	}

	/** Throws unless a form has exactly the files of the upload. */
	#check(form: Buffer): void {
		const {kind, file} = this.#world;
		let at = 0;
		for (const {bytes} of pagesOf[kind].partsOf(file)) {
			const start = form.indexOf('\r\n\r\n', at) + 4;
			at = start + bytes.length;
			if (!form.subarray(start, at).equals(bytes)) throw new Error('the files are not those of the upload');
		}
	}
}

function isClientError(status: number): boolean {
	return status >= 400 && status < 500;
}

function reply(
	status: number,
	body: string,
	rest: Partial<Pick<HttpReply, 'contentType' | 'retryAfter' | 'extent'>> = {},
): HttpReply {
	return {
		kind: 'reply',
		status,
		body,
		contentType: 'application/json',
		location: status >= 300 && status < 400 ? 'https://elsewhere.invalid/' : undefined,
		retryAfter: undefined,
		extent: 'whole',
		...rest,
	};
}
