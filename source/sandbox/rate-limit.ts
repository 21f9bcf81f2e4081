/** Limits writes within a window of one minute. */
export class RateLimit {
	#writes: number[] = [];

	/** Counts a write. Returns the seconds to wait if there were too many, otherwise 0. */
	take(most: number, now: number): number {
		this.#writes = this.#writes.filter(at => now - at < 60_000);
		const [first] = this.#writes;
		if (this.#writes.length >= most) return Math.max(1, Math.ceil((60_000 - (now - (first ?? now))) / 1000));
		this.#writes.push(now);
		return 0;
	}
}
