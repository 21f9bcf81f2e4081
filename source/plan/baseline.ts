import {IdSet} from './id-set.ts';

/** The state of the catalog before an upload, as needed to detect later what the upload changed. */
export type Baseline = {
	/** True if a resource that is not in the baseline was not in the catalog. */
	readonly isReliable: boolean;
	/** For each resource of the snapshot that can have its own row: 1 if it was shown. Ordered by type, then by number. */
	readonly shown: Uint8Array;
	/** The ids of rows that were shown and are not in the snapshot. */
	readonly shownOthers: IdSet;
	/** The ids of rows that were archived and are in the snapshot. */
	readonly archivedOwn: IdSet;
};

/** True if the upload changes anything that is visible in the catalog. */
export function canShowChange({shown, shownOthers}: Baseline): boolean {
	return shownOthers.count > 0 || shown.includes(0, 1);
}

const format = 1;
/** Format, reliability, and the numbers of flags, other rows and archived rows. */
const headerBytes = 24;

/** Encodes a baseline: one bit for each flag, eight bytes for each row. */
export function encodeBaseline({isReliable, shown, shownOthers, archivedOwn}: Baseline): Uint8Array {
	const others = shownOthers.sortedHashes();
	const archived = archivedOwn.sortedHashes();
	const bits = Math.ceil(shown.length / 8);
	const bytes = new Uint8Array(headerBytes + bits + 8 * (others.length + archived.length));
	const view = new DataView(bytes.buffer);
	for (const [at, value] of [format, Number(isReliable), shown.length, others.length, archived.length].entries())
		view.setUint32(4 * at, value);
	for (const [number, isShown] of shown.entries()) {
		if (isShown !== 0)
			bytes[headerBytes + (number >> 3)] = (bytes[headerBytes + (number >> 3)] ?? 0) | (1 << (number & 7));
	}

	for (const [at, hash] of [...others, ...archived].entries()) view.setBigUint64(headerBytes + bits + 8 * at, hash);
	return bytes;
}

/** Decodes a baseline. Returns `undefined` for bytes of another format. */
export function decodeBaseline(bytes: Uint8Array): Baseline | undefined {
	if (bytes.length < headerBytes) return undefined;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const [version, dependable, length = 0, others = 0, archived = 0] = [0, 1, 2, 3, 4].map(at => view.getUint32(4 * at));
	const bits = Math.ceil(length / 8);
	if (version !== format || bytes.length !== headerBytes + bits + 8 * (others + archived)) return undefined;
	const hashes = (from: number, count: number) =>
		BigUint64Array.from({length: count}, (_, at) => view.getBigUint64(headerBytes + bits + 8 * (from + at)));
	return {
		isReliable: dependable === 1,
		shown: Uint8Array.from({length}, (_, number) => ((bytes[headerBytes + (number >> 3)] ?? 0) >> (number & 7)) & 1),
		shownOthers: IdSet.of(hashes(0, others)),
		archivedOwn: IdSet.of(hashes(others, archived)),
	};
}
