/** Remembers in which object a key was seen last, by key number. */
export class SeenKeys {
	#objects = new Int32Array(64);

	/** Notes a key of an object. Returns true if the object had it before. Objects are numbered from 1. */
	note(key: number, object: number): boolean {
		if (key >= this.#objects.length) this.#grow(key);
		if (this.#objects[key] === object) return true;
		this.#objects[key] = object;
		return false;
	}

	#grow(key: number): void {
		const objects = new Int32Array(2 * key);
		objects.set(this.#objects);
		this.#objects = objects;
	}
}
