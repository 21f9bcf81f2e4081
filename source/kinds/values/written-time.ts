import {isoInstant, isPlausibleTime, secondsOfDays} from './time.ts';
import {writtenDates} from './written-date.ts';

/** A time that is written in another way than in epoch seconds. It is certain if it cannot mean another time. */
export type WrittenTime = {readonly seconds: number; readonly isCertain: boolean; readonly note: string | undefined};

/** The parts of a second in which times are counted, by the number of digits that times of today have. */
const units: ReadonlyMap<number, {readonly name: string; readonly perSecond: number}> = new Map([
	[13, {name: 'milliseconds', perSecond: 1e3}],
	[16, {name: 'microseconds', perSecond: 1e6}],
	[19, {name: 'nanoseconds', perSecond: 1e9}],
]);

/** The digits of epoch seconds. */
const digitsOfSeconds = 10;

/** Returns the times that a text can mean, the likeliest first; nothing for any other text. */
export function writtenTimes(value: string): readonly WrittenTime[] {
	const counted = countedTime(value) ?? exponentTime(value) ?? dayNumber(value);
	if (counted !== undefined) return [counted];
	const instant = isoInstant(value);
	if (instant !== undefined) return [{seconds: instant.seconds, isCertain: instant.zoned, note: undefined}];
	return writtenDates(value).map(({seconds, order}) => ({seconds, isCertain: false, note: order}));
}

/** `1700000000000`, or `1700000000.0`. */
function countedTime(value: string): WrittenTime | undefined {
	const [, digits = ''] = /^([0-9]{9,19})(?:\.[0-9]+)?$/.exec(value) ?? [];
	const unit = units.get(digits.length);
	if (unit === undefined && (digits.length === 0 || digits.length > digitsOfSeconds)) return undefined;
	const seconds = Number(digits.slice(0, digitsOfSeconds));
	// A number with zeros before it can have another unit.
	return {seconds, isCertain: unit === undefined || !digits.startsWith('0'), note: unit?.name};
}

/** `1.7E+09`: a spreadsheet has dropped digits. */
function exponentTime(value: string): WrittenTime | undefined {
	if (!/^[0-9](?:[.,][0-9]{1,20})?e\+?[0-9]{1,2}$/i.test(value)) return undefined;
	const number = Number(value.replace(',', '.'));
	for (const [name, perSecond] of [
		[undefined, 1],
		...Array.from(units.values(), ({name, perSecond}) => [name, perSecond] as const),
	] as const) {
		const seconds = Math.floor(number / perSecond);
		if (isPlausibleTime(seconds)) return {seconds, isCertain: false, note: name};
	}

	return undefined;
}

/** `45999.5`: days since 1899-12-30. */
function dayNumber(value: string): WrittenTime | undefined {
	if (!/^[0-9]{5}[.,][0-9]+$/.test(value)) return undefined;
	const seconds = secondsOfDays(Number(value.replace(',', '.')));
	return isPlausibleTime(seconds) ? {seconds, isCertain: false, note: 'day number of a spreadsheet'} : undefined;
}
