import {header, recordLine} from '../../support/session.ts';
import {csv} from './file-start.ts';

/** A file without problems. */
export const clean = csv(
	recordLine(),
	recordLine({col_name: 'customer', sort_order: '2', col_description: 'Who ordered'}),
	recordLine({col_name: 'placed_at', sort_order: '3', col_type: 'TIMESTAMP', col_description: 'When it was placed'}),
);

/** Cells that are wide, combine, or cannot be printed. */
export const characters = csv(
	recordLine({col_name: 'kanji', col_description: '"注文の一意の識別子、倉庫システムが採番する"'}),
	recordLine({col_name: 'hangul', col_description: '"주문 번호"', sort_order: '2'}),
	recordLine({col_name: 'combining', col_description: '"e\u0301tat de la commande, a\u0308lter"', sort_order: '3'}),
	recordLine({col_name: 'emoji', col_description: '"👩‍👩‍👧‍👦 family, 🇩🇪 flag, 👍🏽 thumb"', sort_order: '4'}),
	recordLine({
		col_name: 'control',
		col_description: '"bell \u0007, escape \u001B[31m, tab \t, delete \u007F"',
		sort_order: '5',
	}),
	recordLine({
		col_name: 'bidi',
		col_description: '"right \u202Eto left\u202C, zero\u200Bwidth, nbsp\u00A0here"',
		sort_order: '6',
	}),
	recordLine({col_name: 'lines', col_description: '"one\ntwo\nthree"', sort_order: '7'}),
	recordLine({col_name: 'arabic', col_description: '"معرف الطلب"', sort_order: '8'}),
	recordLine({col_name: 'signs', col_description: '"x ! ~ + > ✗ ✓ … · → ─"', sort_order: '9'}),
);

/** Rows with too many and too few cells, an empty one, a quote that is not closed. */
export const broken = csv(
	recordLine(),
	`${recordLine({col_name: 'wide', sort_order: '2'})},too,many,cells`,
	'too,few,cells',
	'',
	'"a quote that is not closed,b',
	recordLine({col_name: 'last', sort_order: '3'}),
);

/** A title above the header, and rows without data under it. */
export const titled = [
	'"Columns of the shop,\nexported on Monday"',
	'',
	csv(recordLine(), header, recordLine({col_name: 'total', sort_order: '2'}), '(2 rows)'),
].join('\n');

/** Values that look like the signs beside them, each with a problem. */
export const signs = csv(
	...['x', '!', '~', '+', '>'].map((sign, at) =>
		recordLine({col_name: `${sign}name`, sort_order: `${sign}${at}`, is_view: sign, last_updated_time: `${sign}1`}),
	),
);

/** Rows enough for the last ones to be read again when they are shown. */
export const long = csv(...Array.from({length: 30_000}, (_, at) => recordLine({col_name: `c${at}`})));
