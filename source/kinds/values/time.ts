/** True if a trimmed value is a time in epoch seconds. */
export function isEpoch(value: string): boolean {
	return /^[0-9]{1,10}$/.test(value);
}

/** The start of 1990, and of 2100. */
const earliestTime = 631_152_000;
const latestTime = 4_102_444_800;

/** True if a time in epoch seconds can be that of a table: from 1990 to 2100. */
export function isPlausibleTime(seconds: number): boolean {
	return seconds >= earliestTime && seconds <= latestTime;
}

const isoPattern =
	/^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?:\s?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?)?$/i;

/** Parses an ISO date-time. Without an offset it is read as UTC, and `zoned` is false. */
export function isoInstant(value: string): {readonly seconds: number; readonly zoned: boolean} | undefined {
	const match = isoPattern.exec(value);
	if (match === null) return undefined;
	const [, year, month, day, hour = '00', minute = '00', second = '00', zone] = match;
	const parts = [year, month, day, hour, minute, second].map(Number);
	const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0] = parts;
	const utc = new Date(Date.UTC(y, mo - 1, d, h, mi, s));
	// Date.UTC overflows silently: April 31 would become May 1.
	const read = [
		utc.getUTCFullYear(),
		utc.getUTCMonth() + 1,
		utc.getUTCDate(),
		utc.getUTCHours(),
		utc.getUTCMinutes(),
		utc.getUTCSeconds(),
	];
	if (read.some((part, at) => part !== parts[at])) return undefined;
	const seconds = utc.getTime() / 1000 - offsetSeconds(zone);
	return seconds >= 0 && seconds <= 9_999_999_999 ? {seconds, zoned: zone !== undefined} : undefined;
}

function offsetSeconds(zone: string | undefined): number {
	const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone ?? '');
	if (match === null) return 0;
	const [, sign, hours, minutes = '0'] = match;
	return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

/** Returns the epoch seconds of a spreadsheet's day number. */
export function secondsOfDays(days: number): number {
	return Math.round((days - 25_569) * 86_400);
}

/** Formats a time in epoch seconds for people. */
export function readableTime(seconds: number): string {
	return `${new Date(seconds * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
