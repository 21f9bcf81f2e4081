/** The current time in milliseconds. Code that shows a time takes a clock as a parameter, so that tests can stop it. */
export type Clock = {
	/** Returns the time since the epoch. */
	now(): number;
	/** Returns the time of a monotonic clock. */
	elapsed(): number;
};

export const systemClock: Clock = {now: () => Date.now(), elapsed: () => performance.now()};
