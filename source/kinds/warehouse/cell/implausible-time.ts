import {changeFix} from '../../change-fix.ts';
import {isEpoch, isPlausibleTime, readableTime, secondsOfDays} from '../../values/time.ts';
import type {CellRule} from './cell-rule.ts';
import {timeFix} from './epoch.ts';

/** Day numbers of a spreadsheet are from 1954 to 2119. */
const isDayNumber = (value: string) => /^[0-9]{5}$/.test(value) && Number(value) >= 20_000 && Number(value) <= 80_000;

export const implausibleTime: CellRule = {
	code: 'implausible-time',
	fields: ['last_updated_time'],
	hasSafeFixes: false,
	isBroken: value => isEpoch(value) && !isPlausibleTime(Number(value)),
	message: (field, value) =>
		`${field} is ${readableTime(Number(value))}. Check the unit: it must be a time in epoch seconds.`,
	fixes(field, value) {
		if (Number(value) === 0) return [changeFix(field, '', 'unsafe', 'empty the cell')];
		if (!isDayNumber(value)) return [];
		const seconds = secondsOfDays(Number(value));
		if (!isPlausibleTime(seconds)) return [];
		return [timeFix(field, {seconds, isCertain: false, note: 'day number of a spreadsheet'})];
	},
	page: {
		meaning: 'last_updated_time is a time before 1990 or after 2099.',
		reason: 'The page would show that time. Often the number is in another unit, or stands for no value.',
		example: {text: 'col_name,database,schema,name,last_updated_time\nid,shop,sales,orders,45999\n'},
		fixes: [
			{
				kind: 'proposed',
				text: 'A number from 20000 to 80000 is read as the day number of a spreadsheet; 0 is removed.',
			},
			{
				kind: 'edit',
				text: 'Type the time in epoch seconds, or leave the cell empty.',
				fixed: 'col_name,database,schema,name,last_updated_time\nid,shop,sales,orders,1765152000\n',
			},
		],
	},
};
