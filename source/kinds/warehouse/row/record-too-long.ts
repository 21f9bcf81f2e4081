import {recordLimits} from '../../../records/record-limits.ts';
import type {RowRule} from './row-rule.ts';

const header = 'col_name,col_description,database,schema,name\n';

export const recordTooLong: RowRule = {
	code: 'record-too-long',
	isBroken: ({reader}) => reader.tooLong,
	message: ({reader}) =>
		`The row is ${inMebibytes(reader.length)} long; the limit is ${inMebibytes(recordLimits.record)}. Look for a missing line end or quote and export the file again, or skip the row.`,
	fixes: [],
	page: {
		meaning: 'A row, or the header, is longer than 16 MiB or has more than 1,048,576 cells.',
		reason:
			'Such a row is nearly always an accident: a missing line end, or a quote that swallowed the rows after it. It is not checked and cannot be sent.',
		example: {
			text: `${header}id,xxxxxxxxxx … 17 MiB … xxxxxxxxxx,shop,sales,orders\n`,
			bytes: () => Buffer.from(`${header}id,${'x'.repeat(recordLimits.record + 1)},shop,sales,orders\n`),
		},
		fixes: [
			{
				kind: 'edit',
				text: 'Export the file again with the line ends and quotes in place, or skip the row.',
				fixed: `${header}id,The order,shop,sales,orders\n`,
			},
		],
	},
};

function inMebibytes(bytes: number): string {
	return `${(bytes / (1024 * 1024)).toFixed(1).replace('.0', '')} MiB`;
}
