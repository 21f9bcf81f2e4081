import type {RowRule} from './row-rule.ts';

export const quoteError: RowRule = {
	code: 'quote-error',
	isBroken: ({reader}) => reader.isBroken,
	message: () =>
		'A quote is not closed, or text follows a closing quote. The quote was read as text. Quote the cell again, or edit the row.',
	fixes: [{kind: 'requote', title: 'keep the cells as read, and quote them again', safe: false}],
	page: {
		meaning: 'A quote is never closed, or text follows a closing quote.',
		reason:
			'Other programs read such a file differently, up to losing all rows after the quote. Here the quote is read as text, so that the other rows can be checked.',
		example: {text: 'col_name,col_description,database,schema,name\nid,"The "real" id",shop,sales,orders\n'},
		fixes: [
			{
				kind: 'proposed',
				text: 'The cells are kept as they were read, and quoted correctly. Check the text of the cell.',
			},
			{
				kind: 'edit',
				text: 'Double each quote inside a quoted cell.',
				fixed: 'col_name,col_description,database,schema,name\nid,"The ""real"" id",shop,sales,orders\n',
			},
		],
	},
};
