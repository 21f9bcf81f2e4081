import {isHyphens} from '../../values/hyphens.ts';
import type {RowCells, RowRule} from './row-rule.ts';
import {skipRow} from './skip-row.ts';

export const rulerRow: RowRule = {
	code: 'ruler-row',
	isBroken: isRuler,
	message: () => 'The row is a line of hyphens. Skip it: it describes no column.',
	fixes: [skipRow],
	page: {
		meaning: 'Every cell of a row consists of hyphens.',
		reason: 'Tools such as sqlcmd write this line under the header. Secoda would make a page of it.',
		example: {text: 'col_name,database,schema,name\n--------,--------,------,----\nid,shop,sales,orders\n'},
		fixes: [{kind: 'safe', text: 'The row is skipped.'}],
	},
};

/** True if every cell of a row consists of hyphens. */
export function isRuler({reader, labels}: RowCells): boolean {
	return reader.count === labels.length && labels.every((_, column) => isHyphens(reader.value(column)));
}
