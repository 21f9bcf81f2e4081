import {KeyHash, type ResourceKey} from '../../keys/key-hash.ts';
import {KeyIds} from '../../keys/key-ids.ts';
import {textBytes} from '../../keys/text-bytes.ts';
import {trim} from '../../values/trim.ts';

/** The names of the databases and schemas of tables without a parent, numbered from 1. */
export class ParentNames {
	readonly #keys = new KeyIds();
	readonly #key = new KeyHash();

	/** Returns the number of a name; 0 for a blank one. */
	put(name: string): number {
		return trim(name) === '' ? 0 : this.#keys.put(keyOfName(this.#key, name));
	}

	keyOf(number: number): ResourceKey {
		return this.#keys.keyOf(number);
	}
}

/** Sets a key to that of a name. Case and white space around it do not matter. */
export function keyOfName(key: KeyHash, name: string): KeyHash {
	const bytes = textBytes(trim(name).toLowerCase());
	return key.start().add(bytes, 0, bytes.length).finish();
}
