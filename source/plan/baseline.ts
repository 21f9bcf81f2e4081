import {IdSet} from './id-set.ts';

/** The state of the catalog before an upload, as needed to detect later what the upload changed. */
export type Baseline = {
	/** True if a resource that is not in it was not in the catalog either. */
	readonly isReliable: boolean;
	/**
	1 for each resource of the snapshot that was shown, where it can have a row of its own: type by type, by its number, from 1 on.
	*/
	readonly shown: Uint8Array;
	/** Shown rows that the snapshot does not hold, by their ids. */
	readonly shownOthers: IdSet;
	/** Archived rows that the snapshot holds, by their ids. */
	readonly archivedOwn: IdSet;
};

/** True if the upload changes anything that reading the catalog can show. */
export function canShowChange({shown, shownOthers}: Baseline): boolean {
	return shownOthers.count > 0 || shown.includes(0, 1);
}

const format = 1;
/** Format, dependability, and the numbers of flags, others and archived rows. */
const headerBytes = 24;

/** Writes a baseline as bytes: a bit for a flag, eight bytes for a row. */
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

/** Reads the bytes of a baseline. Returns `undefined` where they are of another format. */
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
