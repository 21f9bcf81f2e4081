import {isNullMark} from '../../values/null-mark.ts';
import {isEpoch, isoInstant, readableTime, spreadsheetSeconds} from '../../values/time.ts';
import {type CellRule, cellFix} from './cell-rule.ts';

export const epoch: CellRule = {
	code: 'epoch',
	fields: ['last_updated_time'],
	mendsSafely: true,
	broken: value => !isEpoch(value) && !isNullMark(value),
	message: field => `${field} is not a time in epoch seconds (1 to 10 digits).`,
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
		return [cellFix(field, String(days), 'unsafe', `a spreadsheet's date: change to ${days} (${readableTime(days)})`)];
	},
};
