import {Random} from '../reference/random.ts';
import type {ColumnName, Edit, Fate, OtherUpload, Reads, SyncFate, World} from './world.ts';

/** The pieces of the body of a CSV: its head, the file, and the closing line. */
const bodyPieces = 3;

/** Returns the world of a seed. */
export function worldOf(seed: number): World {
	// Neighbouring seeds must not look alike.
	const random = new Random(Math.imul(seed + 1, 0x9e3779b1));
	const all = columnsOf(random);
	const shown = subset(all, random, random.pick([2, 3, 9]));
	const rest = all.filter(column => !shown.includes(column));
	const archived = random.oneIn(2) ? [] : subset(rest, random, 2);
	const file = fileOf(all, shown, random);
	const isAlone = random.oneIn(2);
	const readsAhead = random.oneIn(2);
	const time = () => random.below(random.pick([1000, 8000, 40_000]));
	return {
		seed,
		shown,
		archived,
		owned: random.oneIn(2) ? [] : subset(shown, random, 4),
		file,
		maxHidden: random.pick([undefined, undefined, 100, 30, 1]),
		approval: random.pick(['none', 'none', 'given', 'other']),
		waitMs: random.pick([0, 4000, 12_000, 30_000]),
		fates: Array.from({length: random.below(4)}, () => fateOf(random, readsAhead)),
		readsAhead,
		isProgressLate: random.oneIn(3),
		sync: syncFate(random),
		staling: !random.oneIn(4),
		revival: !random.oneIn(3),
		answerBody: random.pick(['json', 'json-without-id', 'empty']),
		missingLink: random.pick([null, 'None']),
		reads: readsOf(all, random),
		others: isAlone ? [] : Array.from({length: random.below(3)}, () => otherUpload(all, shown, file, time(), random)),
		edits: isAlone ? [] : Array.from({length: random.below(4)}, () => editOf(all, time(), random)),
		cancelAt: random.oneIn(6) ? time() : undefined,
		resume: random.oneIn(3)
			? {afterMs: random.pick([0, 1000, 300_000]), waitMs: random.pick([4000, 25_000])}
			: undefined,
	};
}

function columnsOf(random: Random): readonly ColumnName[] {
	const tables = 1 + random.below(4);
	const each = random.pick([1, 3, 5, 5, 14]);
	return Array.from({length: tables * each}, (_, at) => `t${at % tables}.c${Math.floor(at / tables)}`);
}

/** Returns about all but one of `keep` items. */
function subset(items: readonly ColumnName[], random: Random, keep: number): readonly ColumnName[] {
	return items.filter(() => !random.oneIn(keep));
}

function fileOf(
	all: readonly ColumnName[],
	shown: readonly ColumnName[],
	random: Random,
): readonly [ColumnName, ...ColumnName[]] {
	const wanted = random.pick([
		() => shown,
		() => all,
		() => subset(all, random, 3),
		() => [...subset(shown, random, 6), ...subset(all, random, 2)],
		() => subset(shown, random, 8),
	])();
	const [first = 't0.c0', ...others] = new Set(wanted);
	return [first, ...others];
}

function otherUpload(
	all: readonly ColumnName[],
	shown: readonly ColumnName[],
	file: readonly ColumnName[],
	at: number,
	random: Random,
): OtherUpload {
	const columns = random.pick([
		() => fileOf(all, shown, random),
		() => fileOf(all, shown, random),
		() => [...new Set([...file, ...subset(all, random, 2)])],
		() => subset(file, random, 4),
		() => file,
	])();
	return {at, columns, sync: syncFate(random)};
}

function editOf(all: readonly ColumnName[], at: number, random: Random): Edit {
	return {at, column: columnIn(all, random), change: random.pick(['describe', 'archive', 'restore', 'own'])};
}

function columnIn(columns: readonly ColumnName[], random: Random): ColumnName {
	return columns[random.below(columns.length)] ?? 't0.c0';
}

function syncFate(random: Random): SyncFate {
	return {
		startMs: random.pick([0, 0, 1000, 8000]),
		stepMs: random.pick([0, 50, 300, 1500]),
		failsAt: random.oneIn(4) ? random.below(8) : undefined,
	};
}

function readsOf(columns: readonly ColumnName[], random: Random): Reads {
	const isQuiet = random.oneIn(3);
	const skips = isQuiet ? 0 : random.pick([0, 3, 30]);
	const lost = !isQuiet && random.oneIn(3) ? {at: random.below(3000), column: columnIn(columns, random)} : undefined;
	// A list that omits a row and does not count it either looks complete.
	const canWaver = !isQuiet && skips === 0 && lost === undefined;
	return {
		pageSize: Math.ceil(columns.length / random.pick([0.1, 1, 2, 4])),
		order: isQuiet ? 'stable' : random.pick(['stable', 'other-each-time', 'moves-between-pages']),
		count: random.pick(canWaver ? ['announced', 'placeholder', 'wavers'] : ['announced', 'placeholder']),
		skips,
		repeats: isQuiet ? 0 : random.pick([0, 5, 30]),
		faults: isQuiet ? 0 : random.pick([0, 8, 40]),
		lost,
		isArchivedListed: !random.oneIn(4),
		latencyMs: random.pick([0, 20, 400]),
	};
}

const json = 'application/json';

function fateOf(random: Random, readsAhead: boolean): Fate {
	const whole = bodyPieces;
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
