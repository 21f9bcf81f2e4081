/** The current time, in milliseconds. Whatever shows a time is given a clock, so that it can be fixed. */
export type Clock = {
	/** Since the epoch. */
	now(): number;
	/** Of a clock that only moves forward. */
	elapsed(): number;
};

export const systemClock: Clock = {now: () => Date.now(), elapsed: () => performance.now()};
