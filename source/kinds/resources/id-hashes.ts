import {jsonType} from '../../records/jsonl/json-bytes.ts';
import {isSpace, lowerCase, trimmedEnd, trimmedStart} from '../bytes/classes.ts';
import {Hash} from '../keys/hash.ts';
import {textBytes} from '../keys/text-bytes.ts';
import {ValueHash} from '../keys/value-hash.ts';
import type {IdHashes} from '../resources.ts';

/** Separates hashes of the ids of parents from those of other values. */
const parentKey = textBytes('parent_databuilder_id');
export const parentSeed = new Hash().of(parentKey, 0, parentKey.length).low;

const separators: ReadonlySet<number> = new Set(Buffer.from('.-/:'));

/** Maps each byte to its lower case, and those that separate words to an underscore. */
const plainByte = lowerCase.map(byte => (isSpace(byte) || separators.has(byte) ? 0x5f : byte));

const valueHash = new ValueHash();
const hash = new Hash();

/** Sets the hashes of an id. */
export function setIdHashes(ids: IdHashes, bytes: Buffer, start: number, end: number): void {
	// As a parent, so that a parent and the resources below it have equal hashes.
	ids.own = valueHash.of(bytes, start, end, parentSeed + jsonType.string).low;
	ids.folded = hash.of(bytes, start, end, 0, lowerCase).low;
	const from = trimmedStart(bytes, start, end);
	ids.plain = hash.of(bytes, from, trimmedEnd(bytes, from, end), 0, plainByte).low;
}

/** Returns the hashes of an id without a parent. */
export function idHashes(id: string): IdHashes {
	const ids = {own: 0, folded: 0, plain: 0, parentLow: 0, parentHigh: 0};
	const bytes = textBytes(id);
	setIdHashes(ids, bytes, 0, bytes.length);
	return ids;
}
