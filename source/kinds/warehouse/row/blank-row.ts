import type {RowRule} from './row-rule.ts';

export const blankRow: RowRule = {
	code: 'blank-row',
	isBroken: ({reader}) => reader.isBlank,
	message: () => 'The row is empty. It is not sent.',
	fixes: [],
	page: {
		meaning: 'All cells of a row are empty.',
		reason: 'An empty row describes no column. It is not counted and not sent. Check that the export is complete.',
		example: {text: 'col_name,database,schema,name\nid,shop,sales,orders\n,,,\n'},
		fixes: [
			{kind: 'none', text: 'No action needed: the row is not sent.'},
			{
				kind: 'edit',
				text: 'Remove the row.',
				fixed: 'col_name,database,schema,name\nid,shop,sales,orders\n',
			},
		],
	},
};
