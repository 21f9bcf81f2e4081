import type {Baseline} from './baseline.ts';
import {IdSet} from './id-set.ts';

/** The formats, each with one section more. A baseline has the first one that is enough, as earlier versions write it. */
const formats = {plain: 1, edges: 2, texts: 3} as const;
/** The reliability of a baseline whose lists had a total; otherwise 1 if it is reliable, or 0. */
const counted = 2;
/** Format, reliability, the numbers of flags, other rows and archived rows, and an unused number. */
const headerNumbers = 6;
/** The maximum number of other texts to encode. A part of them is evidence too. */
const maxTexts = 100_000;

/** Encodes a baseline: one bit for each flag, eight bytes for each row. */
export function encodeBaseline(baseline: Baseline): Uint8Array {
	const {isReliable, isCounted, shown, absentEdges} = baseline;
	const others = baseline.shownOthers.sortedHashes();
	const archived = baseline.archivedOwn.sortedHashes();
	const texts = baseline.otherTexts.sortedHashes().subarray(0, maxTexts);
	const format = texts.length > 0 ? formats.texts : absentEdges.length > 0 ? formats.edges : formats.plain;
	const reliability = isCounted ? counted : Number(isReliable);
	const parts = [
		numbersOf([format, reliability, shown.length, others.length, archived.length, 0]),
		bitsOf(shown),
		bytesOfHashes(others),
		bytesOfHashes(archived),
	];
	if (format >= formats.edges) parts.push(numbersOf([absentEdges.length]), bitsOf(absentEdges));
	if (format >= formats.texts) parts.push(numbersOf([texts.length]), bytesOfHashes(texts));
	return Buffer.concat(parts);
}

/** Decodes a baseline. Returns `undefined` for bytes of another format. */
export function decodeBaseline(bytes: Uint8Array): Baseline | undefined {
	const reader = new Reader(bytes);
	const [format = 0, reliability, length = 0, others = 0, archived = 0] = reader.numbers(headerNumbers);
	if (format < formats.plain || format > formats.texts) return undefined;
	const hasSection = (first: number) => format >= first;
	const baseline = {
		isReliable: reliability === 1 || reliability === counted,
		isCounted: reliability === counted,
		shown: reader.flags(length),
		shownOthers: IdSet.of(reader.hashes(others)),
		archivedOwn: IdSet.of(reader.hashes(archived)),
		absentEdges: reader.flags(hasSection(formats.edges) ? reader.number() : 0),
		otherTexts: IdSet.of(reader.hashes(hasSection(formats.texts) ? reader.number() : 0)),
	};
	return reader.isAtEnd ? baseline : undefined;
}

/** Reads encoded values in sequence. What is behind the last byte is empty. */
class Reader {
	readonly #bytes: Uint8Array;
	#at = 0;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	/** True if all bytes are read, and none was missing. */
	get isAtEnd(): boolean {
		return this.#at === this.#bytes.length;
	}

	number(): number {
		return this.numbers(1)[0] ?? 0;
	}

	numbers(count: number): readonly number[] {
		const view = this.#take(4 * count);
		return Array.from({length: view.byteLength / 4}, (_, at) => view.getUint32(4 * at));
	}

	flags(count: number): Uint8Array {
		const view = this.#take(Math.ceil(count / 8));
		const length = view.byteLength === 0 ? 0 : count;
		return Uint8Array.from({length}, (_, number) => (view.getUint8(number >> 3) >> (number & 7)) & 1);
	}

	hashes(count: number): BigUint64Array {
		const view = this.#take(8 * count);
		return BigUint64Array.from({length: view.byteLength / 8}, (_, at) => view.getBigUint64(8 * at));
	}

	#take(length: number): DataView {
		const {buffer, byteOffset} = this.#bytes;
		const start = this.#at;
		this.#at += length;
		return this.#at > this.#bytes.length
			? new DataView(new ArrayBuffer(0))
			: new DataView(buffer, byteOffset + start, length);
	}
}

function numbersOf(values: readonly number[]): Uint8Array {
	const view = new DataView(new ArrayBuffer(4 * values.length));
	for (const [at, value] of values.entries()) view.setUint32(4 * at, value);
	return new Uint8Array(view.buffer);
}

function bitsOf(flags: Uint8Array): Uint8Array {
	const bytes = new Uint8Array(Math.ceil(flags.length / 8));
	for (const [number, flag] of flags.entries()) {
		const at = number >> 3;
		if (flag !== 0) bytes[at] = (bytes[at] ?? 0) | (1 << (number & 7));
	}

	return bytes;
}

function bytesOfHashes(hashes: BigUint64Array): Uint8Array {
	const view = new DataView(new ArrayBuffer(8 * hashes.length));
	for (const [at, hash] of hashes.entries()) view.setBigUint64(8 * at, hash);
	return new Uint8Array(view.buffer);
}
