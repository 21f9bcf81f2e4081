import {changeFix} from '../../change-fix.ts';
import {dateTimeInUtc, dateTimeOfEpoch, isDateTime} from '../../values/date-time.ts';
import {fileOf, tableWith} from '../example.ts';
import type {ValueRule} from './value-rule.ts';

export const dateTime: ValueRule = {
	code: 'date-time',
	keys: ['external_updated_at'],
	hasSafeFixes: true,
	isBroken: text => !isDateTime(text),
	message: key => `${key} must be a date-time with an offset, such as 2025-12-31T23:59:59Z.`,
	fixes(key, text) {
		const ofEpoch = dateTimeOfEpoch(text);
		if (ofEpoch !== undefined) return [changeFix(key, ofEpoch, 'safe')];
		const utc = dateTimeInUtc(text);
		return utc === undefined ? [] : [changeFix(key, utc, 'unsafe', `read it as UTC: change to ${utc}`)];
	},
	page: {
		meaning: 'external_updated_at is not an ISO 8601 date-time with Z or an offset, or its day does not exist.',
		reason: 'Without an offset it is not known which moment it is, and the page could show a wrong time.',
		example: {text: fileOf(tableWith('"external_updated_at": "1767225599"'))},
		fixes: [
			{kind: 'safe', text: 'Epoch seconds and milliseconds are converted.'},
			{
				kind: 'proposed',
				text: 'A date-time without an offset, or a date alone, is read as UTC. Check that this is right.',
			},
			{
				kind: 'edit',
				text: 'Type the date-time with an offset.',
				fixed: fileOf(tableWith('"external_updated_at": "2025-12-31T23:59:59Z"')),
			},
		],
	},
};
