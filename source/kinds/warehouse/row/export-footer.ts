import {trim} from '../../values/trim.ts';
import type {RowCells, RowRule} from './row-rule.ts';
import {skipRow} from './skip-row.ts';

/** `(2 rows)`, `2 rows selected.`, `2 rows in set (0.01 sec)`, `(2 rows affected)`. */
const footer =
	/^(?:\(?[0-9][0-9,]* rows?\)?(?: (?:selected|affected|fetched|in set))?(?: \(.*\))?\.?|\([0-9][0-9,]* rows? affected\))$/i;

export const exportFooter: RowRule = {
	code: 'export-footer',
	isBroken: isFooter,
	message: () => 'The row is the footer of an export. Skip it: it describes no column.',
	fixes: [skipRow],
	page: {
		meaning: 'A row has the number of rows that the export wrote, such as (2 rows).',
		reason: 'The tool that ran the query has added it. It is not part of the data.',
		example: {text: 'col_name,database,schema,name\nid,shop,sales,orders\n(1 row)\n'},
		fixes: [{kind: 'safe', text: 'The row is skipped.'}],
	},
};

/** True if a row is the footer of an export. */
export function isFooter({reader, labels}: RowCells): boolean {
	return reader.count === 1 && labels.length > 1 && footer.test(trim(reader.value(0)));
}
