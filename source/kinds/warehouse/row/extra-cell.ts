import type {RowRule} from './row-rule.ts';

export const extraCell: RowRule = {
	code: 'extra-cell',
	isBroken: ({reader, labels}) => reader.count > labels.length,
	message: ({reader, labels}) =>
		`The row has ${reader.count} cells, the header ${labels.length}. ${adviceFor(reader.bytes)}`,
	fixes: [],
	page: {
		meaning: 'A row has more cells than the header.',
		reason:
			'Usually a text contains the separator and is not quoted. The cells after it are shifted, so every value of the row could end up in the wrong field.',
		example: {text: 'col_name,col_description,database,schema,name\nid,Order, unique,shop,sales,orders\n'},
		fixes: [
			{
				kind: 'edit',
				text: 'Put the text that contains the separator in quotes. In the app, Enter edits the whole row.',
				fixed: 'col_name,col_description,database,schema,name\nid,"Order, unique",shop,sales,orders\n',
			},
		],
	},
};

/** Texts that word processors write in place of quotes. */
const curlyQuotes = ['\u201C', '\u201D', '\u201E'];

function adviceFor(record: Buffer): string {
	const curly = curlyQuotes.find(quote => record.includes(quote));
	return curly === undefined
		? 'Quote the text that contains the separator.'
		: `Curly quotes (${curly}) quote nothing: put the text that contains the separator in straight quotes (").`;
}
