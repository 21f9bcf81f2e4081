import {changeFix} from '../../change-fix.ts';
import type {Fix} from '../../problem.ts';
import {isNullMark} from '../../values/null-mark.ts';
import {isEpoch, readableTime} from '../../values/time.ts';
import {type WrittenTime, writtenTimes} from '../../values/written-time.ts';
import type {Field} from '../field.ts';
import type {CellRule} from './cell-rule.ts';

export const epoch: CellRule = {
	code: 'epoch',
	fields: ['last_updated_time'],
	hasSafeFixes: true,
	isBroken: value => !isEpoch(value) && !isNullMark(value),
	message: field => `${field} must be a time in epoch seconds (1 to 10 digits).`,
	fixes: (field, value) => writtenTimes(value).map(time => timeFix(field, time)),
	page: {
		meaning:
			'last_updated_time must be the time in seconds since 1970-01-01 UTC, 1 to 10 digits. An empty cell or a null placeholder is allowed.',
		reason:
			'Secoda asks for a whole number of epoch seconds. A date, or milliseconds, could be refused or show a wrong time.',
		example: {
			text: 'col_name,database,schema,name,last_updated_time\nid,shop,sales,orders,2025-12-31T23:59:59Z\n',
		},
		fixes: [
			{
				kind: 'safe',
				text: 'Milliseconds, microseconds and nanoseconds (13, 16 or 19 digits), fractions of a second, and ISO times with a time zone are converted to seconds.',
			},
			{
				kind: 'proposed',
				text: 'Dates and times without a time zone are read as UTC: ISO, 31/12/2025, 12/31/2025, 31 Dec 2025. If a date has two readings, both are offered. Numbers such as 1.7E+09 and 45999.5 are those of a spreadsheet. Check that this is right for your export.',
			},
			{
				kind: 'edit',
				text: 'Type the time in epoch seconds, or leave the cell empty.',
				fixed: 'col_name,database,schema,name,last_updated_time\nid,shop,sales,orders,1767225599\n',
			},
		],
	},
};

/** Returns the fix that writes a time in epoch seconds. */
export function timeFix(field: Field, {seconds, isCertain, note}: WrittenTime): Fix {
	const title = `${note === undefined ? '' : `${note}: `}change to ${seconds} (${readableTime(seconds)})`;
	return changeFix(field, String(seconds), isCertain ? 'safe' : 'unsafe', title);
}
