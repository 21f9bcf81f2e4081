import {foldLabel} from '../../header.ts';
import type {RowCells, RowRule} from './row-rule.ts';
import {skipRow} from './skip-row.ts';

const header = 'col_name,database,schema,name\n';

export const repeatedHeader: RowRule = {
	code: 'repeated-header',
	isBroken: isRepeatedHeader,
	message: () => 'The row is the header again. Skip it: it describes no column.',
	fixes: [skipRow],
	page: {
		meaning: 'A row has the labels of the header in its cells.',
		reason: 'Usually several exports were joined to one file. Secoda would make a page of the labels.',
		example: {text: `${header}id,shop,sales,orders\n${header}total,shop,sales,orders\n`},
		fixes: [{kind: 'safe', text: 'The row is skipped.'}],
	},
};

/** True if a row has the labels of the header. */
export function isRepeatedHeader({reader, labels}: RowCells): boolean {
	return reader.count === labels.length && labels.every((label, column) => foldLabel(reader.value(column)) === label);
}
