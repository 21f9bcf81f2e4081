const pattern =
	/^(\d{4})-(\d{2})-(\d{2})[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/;
const withoutOffset = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/;

/** Epoch seconds from 1973 to 5138, or the same in milliseconds. */
const epochPattern = /^(\d{9,11})(\d{3})?(?:\.0+)?$/;

/** True if a trimmed text is an ISO 8601 date-time with an offset, of a day that exists. */
export function isDateTime(text: string): boolean {
	const match = pattern.exec(text);
	return match !== null && isDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** True for a day of the calendar, from the year 1 on. */
function isDay(year: number, month: number, day: number): boolean {
	if (year < 1 || month < 1 || month > 12 || day < 1) return false;
	const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
	return day <= (days[month - 1] ?? 0);
}

/** Returns epoch seconds or milliseconds as an ISO 8601 date-time; `undefined` for another text. */
export function dateTimeOfEpoch(text: string): string | undefined {
	const match = epochPattern.exec(text);
	if (match === null) return undefined;
	const [, seconds = '', milliseconds = '000'] = match;
	const time = new Date(Number(seconds) * 1000 + Number(milliseconds));
	return Number.isNaN(time.getTime()) ? undefined : time.toISOString().replace('.000Z', 'Z');
}

/** Returns a date, or a date-time without an offset, as one in UTC; `undefined` for another text. */
export function dateTimeInUtc(text: string): string | undefined {
	if (!withoutOffset.test(text)) return undefined;
	const utc = text.length === 10 ? `${text}T00:00:00Z` : `${text.replace(' ', 'T')}Z`;
	return isDateTime(utc) ? utc : undefined;
}
