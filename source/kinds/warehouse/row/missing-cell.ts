import type {RowRule} from './row-rule.ts';

export const missingCell: RowRule = {
	code: 'missing-cell',
	isBroken: ({reader, labels}) => reader.count < labels.length,
	message: ({reader, labels}) =>
		`The row has ${reader.count} of ${labels.length} cells. Add the missing separators or values, or skip the row.`,
	fixes: [],
	page: {
		meaning: 'A row has fewer cells than the header.',
		reason: 'It is not known which cell is missing, so every value of the row could end up in the wrong field.',
		example: {text: 'col_name,database,schema,name\nid,sales,orders\n'},
		fixes: [
			{
				kind: 'edit',
				text: 'Add the missing value, or the separator for an empty one. In the app, Enter edits the whole row.',
				fixed: 'col_name,database,schema,name\nid,shop,sales,orders\n',
			},
		],
	},
};
