import {isNullMark} from '../../values/null-mark.ts';
import {isEpoch, isoInstant, readableTime, spreadsheetSeconds} from '../../values/time.ts';
import {type CellRule, cellFix} from './cell-rule.ts';

export const epoch: CellRule = {
	code: 'epoch',
	fields: ['last_updated_time'],
	hasSafeFixes: true,
	isBroken: value => !isEpoch(value) && !isNullMark(value),
	message: field => `${field} must be a time in epoch seconds (1 to 10 digits).`,
	fixes(field, value) {
		if (/^[0-9]{13}$/.test(value)) {
			const seconds = value.slice(0, 10).replace(/^0+(?=.)/, '');
			return [cellFix(field, seconds, 'safe', `milliseconds: change to ${seconds} (${readableTime(Number(seconds))})`)];
		}

		const instant = isoInstant(value);
		if (instant !== undefined) {
			return [
				cellFix(
					field,
					String(instant.seconds),
					instant.zoned ? 'safe' : 'unsafe',
					`change to ${instant.seconds} (${readableTime(instant.seconds)})`,
				),
			];
		}

		const days = spreadsheetSeconds(value);
		if (days === undefined) return [];
		return [cellFix(field, String(days), 'unsafe', `spreadsheet date: change to ${days} (${readableTime(days)})`)];
	},
	page: {
		meaning:
			'last_updated_time must be the time in seconds since 1970-01-01 UTC, 1 to 10 digits. An empty cell or a null placeholder is allowed.',
		reason:
			'Secoda asks for a whole number of epoch seconds. A date, or milliseconds, could be refused or show a wrong time.',
		example: {
			text: 'col_name,database,schema,name,last_updated_time\nid,shop,sales,orders,2025-12-31T23:59:59Z\n',
		},
		fixes: [
			{kind: 'safe', text: 'Milliseconds (13 digits), and ISO times with a time zone, are converted to seconds.'},
			{
				kind: 'proposed',
				text: 'ISO times without a time zone are read as UTC, and day numbers of a spreadsheet as dates. Check that this is right for your export.',
			},
			{
				kind: 'edit',
				text: 'Type the time in epoch seconds, or leave the cell empty.',
				fixed: 'col_name,database,schema,name,last_updated_time\nid,shop,sales,orders,1767225599\n',
			},
		],
	},
};
