import {monthNamed} from './month-names.ts';
import {isoInstant} from './time.ts';

/** A reading of a date; `order` if its text can be read in another order too. */
export type WrittenDate = {readonly seconds: number; readonly order: 'day first' | 'month first' | undefined};

/** A longer text is no date. */
const longestDate = 64;

const parts = /^(.+?)(?:(?:T|,? at |,? )(\d{1,2}[:.]\d{2}(?!\d).*))?$/iu;
const clockPattern =
	/^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?(?: ?([ap])\.?m\.?)?(?: ?(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?$/i;
const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/;
const dayAndName =
	/^(?:\p{L}+\.?,? )?(\d{1,2})(?:st|nd|rd|th|er)?\.?[ /-]?(?:(?:de|of) )?(\p{L}+)\.?,?[ /-]?(?:(?:de|del) )?(\d{4}|\d{2})$/iu;
const nameAndDay = /^(?:\p{L}+\.?,? )?(\p{L}+)\.?[ -](\d{1,2})(?:st|nd|rd|th)?(?:, ?|[ -])(\d{4})$/iu;

/** Returns the readings of a date with or without a time, the likeliest first. Without an offset it is read as UTC. */
export function writtenDates(value: string): readonly WrittenDate[] {
	if (value.length > longestDate) return [];
	const [, date = '', clock = '0:00'] = parts.exec(value.replaceAll(/\s+/g, ' ')) ?? [];
	const time = clockPattern.exec(clock);
	if (time === null) return [];
	const found = readings(date, time[4] === undefined ? 'day first' : 'month first').flatMap(({order, ...day}) => {
		const instant = isoInstant(`${isoDate(day)}T${isoClock(time)}`);
		return instant === undefined ? [] : [{seconds: instant.seconds, order}];
	});
	return found.length === 1 ? found.map(({seconds}) => ({seconds, order: undefined})) : found;
}

type Day = {readonly year: string; readonly month: string; readonly day: string};
type Reading = Day & Pick<WrittenDate, 'order'>;

/** Returns the days that a text can mean, the one in the usual order first. */
function readings(date: string, usual: NonNullable<WrittenDate['order']>): readonly Reading[] {
	const [, fullYear = '', , monthNumber = '', dayNumber = ''] = yearFirst.exec(date) ?? [];
	if (fullYear !== '') return [{year: fullYear, month: monthNumber, day: dayNumber, order: undefined}];
	const [, first = '', separator, second = '', year = ''] = yearLast.exec(date) ?? [];
	if (first !== '') {
		const dayFirst: Reading = {year, month: second, day: first, order: 'day first'};
		const monthFirst: Reading = {year, month: first, day: second, order: 'month first'};
		// Only countries that write the day first have periods between the numbers.
		if (separator === '.' || first === second) return [dayFirst];
		return usual === 'day first' ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
	}

	return withMonthName(date);
}

function withMonthName(date: string): readonly Reading[] {
	const [, day = '', name = '', year = ''] = dayAndName.exec(date) ?? [];
	const [, otherName = '', otherDay = '', otherYear = ''] = nameAndDay.exec(date) ?? [];
	const [month, otherMonth] = [monthNamed(name), monthNamed(otherName)];
	if (month !== undefined) return [{year, month: String(month), day, order: undefined}];
	return otherMonth === undefined
		? []
		: [{year: otherYear, month: String(otherMonth), day: otherDay, order: undefined}];
}

function isoDate({year, month, day}: Day): string {
	const century = Number(year) < 70 ? '20' : '19';
	return `${year.length === 2 ? century : ''}${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Returns a time of day; an invalid one if the hour is not of twelve. */
function isoClock([, hour = '', minute = '', second = '00', half, zone = '']: readonly string[]): string {
	const offset = zone.toUpperCase() === 'GMT' ? 'Z' : zone;
	return `${isoHour(Number(hour), half?.toLowerCase())}:${minute}:${second}${offset}`;
}

function isoHour(hour: number, half: string | undefined): string {
	if (half === undefined) return String(hour).padStart(2, '0');
	if (hour < 1 || hour > 12) return '99';
	return String((hour % 12) + (half === 'p' ? 12 : 0)).padStart(2, '0');
}
