import {setTimeout as wait} from 'node:timers/promises';

/** The current time in milliseconds. Code that shows or measures time takes a clock as a parameter, so that tests can stop it. */
export type Clock = {
	/** Returns the time since the epoch. */
	now(): number;
	/** Returns the time of a monotonic clock. */
	elapsed(): number;
};

/** A clock that also waits. Code that waits takes it as a parameter, so that tests can let the time pass at once. */
export type Timer = Clock & {
	/** Waits so many milliseconds. Rejects if the signal aborts before. */
	delay(milliseconds: number, signal: AbortSignal): Promise<void>;
	/** Calls a function after so many milliseconds, unless the returned function is called before. */
	after(milliseconds: number, act: () => void): () => void;
};

/** The maximum delay of setTimeout; a longer one would end at once. */
const maxMs = 2 ** 31 - 1;

export const systemClock: Timer = {
	now: () => Date.now(),
	elapsed: () => performance.now(),
	delay: (milliseconds, signal) => wait(milliseconds, undefined, {signal}),
	after(milliseconds, act) {
		const timer = setTimeout(act, Math.min(milliseconds, maxMs));
		return () => clearTimeout(timer);
	},
};
