import type {Clock} from '../../../source/clock.ts';

/** A clock that moves only when a scene advances it. */
export class SceneClock implements Clock {
	#elapsed = 0;

	now(): number {
		return Date.parse('2026-03-02T09:00:00Z') + this.#elapsed;
	}

	elapsed(): number {
		return this.#elapsed;
	}

	/** Lets so many milliseconds pass. */
	pass(milliseconds: number): void {
		this.#elapsed += milliseconds;
	}
}
