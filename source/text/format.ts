/** Formats a number, in any locale: `1204` -> `1,204`. */
export function count(number: number): string {
	return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** Formats a number with its noun: `1 row`, `2,000 rows`. */
export function plural(number: number, one: string, many = `${one}s`): string {
	return `${count(number)} ${number === 1 ? one : many}`;
}

/** Formats an ordinal number: `1st`, `2nd`, `3rd`, `11th`. */
export function ordinal(number: number): string {
	const lastTwo = number % 100;
	const ending = lastTwo >= 11 && lastTwo <= 13 ? undefined : {1: 'st', 2: 'nd', 3: 'rd'}[number % 10];
	return `${count(number)}${ending ?? 'th'}`;
}

const units = ['kB', 'MB', 'GB', 'TB'] as const;

/** Formats a number of bytes in decimal units: `482 bytes`, `56.1 kB`, `263 MB`. */
export function bytes(number: number): string {
	if (number < 1000) return plural(number, 'byte');
	let value = number;
	let unit = -1;
	// 999.5 would be rounded to 1000.
	while (value >= 999.5 && unit < units.length - 1) {
		value /= 1000;
		unit++;
	}

	return `${value >= 99.95 ? value.toFixed(0) : value.toFixed(1)} ${units[Math.max(0, unit)]}`;
}

/** Formats milliseconds: `0.4 s`, `12 s`, `3 min 04 s`, `1 h 02 min`. */
export function duration(milliseconds: number): string {
	const seconds = milliseconds / 1000;
	if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
	const whole = Math.round(seconds);
	if (whole < 60) return `${whole} s`;
	if (whole < 3600) return `${Math.floor(whole / 60)} min ${twoDigits(whole % 60)} s`;
	return `${Math.floor(whole / 3600)} h ${twoDigits(Math.floor((whole % 3600) / 60))} min`;
}

/** Formats `part` of `whole` as a percentage, rounded down: 100 % means all of it. */
export function percent(part: number, whole: number): string {
	return `${whole === 0 ? 100 : Math.floor((part / whole) * 100)} %`;
}

function twoDigits(number: number): string {
	return String(number).padStart(2, '0');
}

const spans = [
	[60_000, 'minute'],
	[3_600_000, 'hour'],
	[86_400_000, 'day'],
] as const;

/** Formats the age of an ISO date-time: `just now`, `5 minutes ago`, `3 days ago`; after a month, its date. */
export function ago(iso: string, now: number): string {
	const passed = now - Date.parse(iso);
	if (Number.isNaN(passed)) return 'at an unknown time';
	const span = spans.findLast(([milliseconds]) => passed >= milliseconds);
	if (span === undefined) return 'just now';
	const number = Math.floor(passed / span[0]);
	return span[1] === 'day' && number > 30
		? `on ${new Date(iso).toISOString().slice(0, 10)}`
		: `${plural(number, span[1])} ago`;
}
