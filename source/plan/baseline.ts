import {IdSet} from './id-set.ts';

/** The state of the catalog before an upload, as needed to detect later what the upload changed. */
export type Baseline = {
	/** True if a resource that is not in the baseline was not in the catalog. */
	readonly isReliable: boolean;
	/** True if the catalog announced how many rows its lists have. Otherwise two equal readings can omit the same row. */
	readonly isCounted: boolean;
	/** For each resource of the snapshot that can have its own row: 1 if it was shown. Ordered by type, then by number. */
	readonly shown: Uint8Array;
	/** The ids of rows that were shown and are not in the snapshot. */
	readonly shownOthers: IdSet;
	/** The ids of rows that were archived and are in the snapshot. */
	readonly archivedOwn: IdSet;
	/** For each edge of the sample: 1 if it was certainly not listed. Empty if nothing is known of the edges. */
	readonly absentEdges: Uint8Array;
	/** The ids of rows in the snapshot whose description was another one, and that no person is known to have written. Not encoded. */
	readonly otherTexts: IdSet;
};

/** True if the upload changes anything that is visible in the catalog. */
export function canShowChange({shown, shownOthers}: Baseline): boolean {
	return shownOthers.count > 0 || shown.includes(0, 1);
}

/** The format with edges, and the one of a snapshot without edges, which earlier versions wrote. */
const [formatWithEdges, format] = [2, 1];
/** The reliability of a baseline whose lists had a total; otherwise 1 if it is reliable, or 0. */
const counted = 2;
/** Format, reliability, and the numbers of flags, other rows and archived rows. */
const headerBytes = 24;
/** The number of flags of edges, which follow it. */
const edgeHeaderBytes = 4;

/** Encodes a baseline: one bit for each flag, eight bytes for each row. */
export function encodeBaseline({
	isReliable,
	isCounted,
	shown,
	shownOthers,
	archivedOwn,
	absentEdges,
}: Baseline): Uint8Array {
	const others = shownOthers.sortedHashes();
	const archived = archivedOwn.sortedHashes();
	const flags = bytesOfBits(shown.length);
	const rows = headerBytes + flags + 8 * (others.length + archived.length);
	const hasEdges = absentEdges.length > 0;
	const bytes = new Uint8Array(rows + (hasEdges ? edgeHeaderBytes + bytesOfBits(absentEdges.length) : 0));
	const view = new DataView(bytes.buffer);
	const numbers = [
		hasEdges ? formatWithEdges : format,
		isCounted ? counted : Number(isReliable),
		shown.length,
		others.length,
		archived.length,
	];
	for (const [at, value] of numbers.entries()) view.setUint32(4 * at, value);
	setBits(bytes, headerBytes, shown);
	for (const [at, hash] of [...others, ...archived].entries()) view.setBigUint64(headerBytes + flags + 8 * at, hash);
	if (hasEdges) {
		view.setUint32(rows, absentEdges.length);
		setBits(bytes, rows + edgeHeaderBytes, absentEdges);
	}

	return bytes;
}

/** Decodes a baseline. Returns `undefined` for bytes of another format. */
export function decodeBaseline(bytes: Uint8Array): Baseline | undefined {
	if (bytes.length < headerBytes) return undefined;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const [version, dependable, length = 0, others = 0, archived = 0] = [0, 1, 2, 3, 4].map(at => view.getUint32(4 * at));
	const flags = bytesOfBits(length);
	const rows = headerBytes + flags + 8 * (others + archived);
	const edges = edgesAt(view, rows, version);
	if (edges === undefined || bytes.length !== edges.end) return undefined;
	const hashes = (from: number, count: number) =>
		BigUint64Array.from({length: count}, (_, at) => view.getBigUint64(headerBytes + flags + 8 * (from + at)));
	return {
		isReliable: dependable === 1 || dependable === counted,
		isCounted: dependable === counted,
		shown: bitsAt(bytes, headerBytes, length),
		shownOthers: IdSet.of(hashes(0, others)),
		archivedOwn: IdSet.of(hashes(others, archived)),
		absentEdges: bitsAt(bytes, rows + edgeHeaderBytes, edges.count),
		otherTexts: new IdSet(),
	};
}

/** Returns the number of flags of edges, and where they end; `undefined` if the bytes end before. */
function edgesAt(view: DataView, start: number, version: number | undefined) {
	if (version === format) return {count: 0, end: start};
	if (version !== formatWithEdges || view.byteLength < start + edgeHeaderBytes) return undefined;
	const count = view.getUint32(start);
	return {count, end: start + edgeHeaderBytes + bytesOfBits(count)};
}

function bytesOfBits(count: number): number {
	return Math.ceil(count / 8);
}

function setBits(bytes: Uint8Array, start: number, flags: Uint8Array): void {
	for (const [number, flag] of flags.entries()) {
		const at = start + (number >> 3);
		if (flag !== 0) bytes[at] = (bytes[at] ?? 0) | (1 << (number & 7));
	}
}

function bitsAt(bytes: Uint8Array, start: number, length: number): Uint8Array {
	return Uint8Array.from({length}, (_, number) => ((bytes[start + (number >> 3)] ?? 0) >> (number & 7)) & 1);
}
