const digits = 4;
const digitValues = 0x1_00_00;

/** The minimum number of keys for a radix sort: below it, clearing the counters takes too long. */
const fewKeys = 16_384;

/** Sorts 64-bit keys in place, in ascending order: a radix sort, seven times as fast as the engine for a million keys. */
export function sortKeys(keys: BigUint64Array<ArrayBuffer>): BigUint64Array<ArrayBuffer> {
	if (keys.length < fewKeys || !isLittleEndian) return keys.sort();
	let from = new Uint32Array(keys.buffer, keys.byteOffset, 2 * keys.length);
	let to = new Uint32Array(2 * keys.length);
	for (let digit = 0; digit < digits; digit++) {
		moveByDigit(from, to, digit);
		[from, to] = [to, from];
	}

	// An even number of moves ends in the array that was given.
	return keys;
}

/** Moves keys into the order of one digit of 16 bits, the least significant one being 0. Equal digits keep their order. */
function moveByDigit(from: Uint32Array, to: Uint32Array, digit: number): void {
	const values = new Uint16Array(from.buffer, from.byteOffset, 2 * from.length);
	const places = new Uint32Array(digitValues);
	for (let at = digit; at < values.length; at += digits) {
		const value = values[at] as number;
		places[value] = (places[value] as number) + 1;
	}

	let place = 0;
	for (let value = 0; value < digitValues; value++) {
		const count = places[value] as number;
		places[value] = place;
		place += count;
	}

	for (let key = 0; key < from.length; key += 2) {
		const value = values[2 * key + digit] as number;
		const target = 2 * (places[value] as number);
		places[value] = (places[value] as number) + 1;
		to[target] = from[key] as number;
		to[target + 1] = from[key + 1] as number;
	}
}

const isLittleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
