import type {Random} from '../reference/random.ts';
import type {Fate} from './world.ts';

const json = 'application/json';

/** Draws the fate of a request whose body has so many pieces: a head and the file for each part, and the closing line. */
export function drawFate(
	random: Random,
	{readsAhead, pieces: whole}: {readonly readsAhead: boolean; readonly pieces: number},
): Fate {
	// A sync can end before the response comes.
	const answerMs = random.pick([0, 0, 200, 25_000]);
	const reply = {
		kind: 'reply',
		body: '{}',
		contentType: json,
		retryAfter: undefined,
		pieces: whole,
		isTaken: false,
		isBroken: false,
		answerMs,
	} as const;
	const isTaken = random.oneIn(2);
	const reason = random.oneIn(2) ? 'broken' : 'timeout';
	return random.pick<() => Fate>([
		() => ({kind: 'no-connection', reason: 'broken', code: random.pick(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND'])}),
		() => ({kind: 'no-connection', reason: 'timeout', code: undefined}),
		() => ({kind: 'lost', reason, pieces: random.below(whole), isTaken: false, answerMs}),
		() => ({kind: 'lost', reason, pieces: whole, isTaken, answerMs}),
		() => ({kind: 'lost', reason, pieces: whole, isTaken: true, answerMs}),
		() => ({
			...reply,
			status: 429,
			pieces: random.below(whole + 1),
			retryAfter: random.pick([undefined, '0', '7', '100000', 'Mon, 02 Mar 2026 09:00:30 GMT', 'soon']),
		}),
		() => ({...reply, status: 429}),
		() => ({...reply, status: random.pick([500, 502, 503, 504]), isTaken, isBroken: random.oneIn(3)}),
		() => ({...reply, status: random.pick([500, 503]), pieces: random.below(whole)}),
		() => ({...reply, status: random.pick([400, 401, 403, 404, 413]), pieces: random.below(whole + 1)}),
		() => ({...reply, status: 302, isTaken}),
		() => ({...reply, status: random.pick([301, 307]), pieces: random.below(whole)}),
		() => ({...reply, status: 200, body: '<html>', contentType: 'text/html', isTaken}),
		// A client that has read the whole body takes this for the usual response.
		() => ({...reply, status: readsAhead ? 500 : 200, pieces: random.below(whole)}),
		() => ({...reply, status: 200, isTaken: true, isBroken: true}),
	])();
}
