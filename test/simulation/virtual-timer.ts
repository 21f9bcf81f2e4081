import type {Timer} from '../../source/clock.ts';

type Alarm = {readonly at: number; act(): void};

/**
A timer whose time passes at once, but only while the program waits in `delay`: whatever else it does, such as reading a file, takes
no time. So a run has the same order of events every time.
*/
export class VirtualTimer implements Timer {
	#now = 0;
	#waiting = 0;
	#isRunning = false;
	/** In the order of their times. */
	readonly #alarms: Alarm[] = [];

	now(): number {
		return Date.parse('2026-03-02T09:00:00Z') + this.#now;
	}

	elapsed(): number {
		return this.#now;
	}

	delay(milliseconds: number, signal: AbortSignal): Promise<void> {
		if (signal.aborted) return Promise.reject(signal.reason);
		const {promise, resolve, reject} = Promise.withResolvers<void>();
		this.#waiting++;
		const end = (settle: () => void) => {
			this.#waiting--;
			signal.removeEventListener('abort', stop);
			settle();
		};
		const cancel = this.after(milliseconds, () => end(resolve));
		const stop = () => {
			cancel();
			end(() => reject(signal.reason));
		};
		signal.addEventListener('abort', stop);
		if (!this.#isRunning) {
			this.#isRunning = true;
			setImmediate(() => this.#step());
		}

		return promise;
	}

	after(milliseconds: number, act: () => void): () => void {
		const alarm = {at: this.#now + Math.max(0, milliseconds), act};
		const later = this.#alarms.findIndex(({at}) => at > alarm.at);
		this.#alarms.splice(later === -1 ? this.#alarms.length : later, 0, alarm);
		return () => {
			const at = this.#alarms.indexOf(alarm);
			if (at !== -1) this.#alarms.splice(at, 1);
		};
	}

	/** Moves to the next alarm. Everything that the last one caused has been done, because it needs no further turn of the event loop. */
	#step(): void {
		const alarm = this.#waiting > 0 ? this.#alarms.shift() : undefined;
		if (alarm === undefined) {
			this.#isRunning = false;
			return;
		}

		this.#now = alarm.at;
		alarm.act();
		setImmediate(() => this.#step());
	}
}
