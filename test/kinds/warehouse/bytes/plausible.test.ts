import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {byteClass} from '../../../../source/kinds/bytes/classes.ts';
import {trim} from '../../../../source/kinds/values/trim.ts';
import {
	DescriptionPrecheck,
	isPlainBoolean,
	isPlainEpoch,
	isPlainInteger,
	nameClasses,
} from '../../../../source/kinds/warehouse/bytes/plausible.ts';
import {rulesOf} from '../../../../source/kinds/warehouse/cell/index.ts';
import type {Field} from '../../../../source/kinds/warehouse/field.ts';
import {rounds} from '../../../support/rounds.ts';

const parts = fc.constantFrom(
	...[
		'a',
		'Z',
		'1',
		'0',
		'+',
		'-',
		'.',
		' ',
		'\t',
		'\u000B',
		'\u0007',
		'\u007F',
		'\u0085',
		'\u00A0',
		'\u00AD',
		'\u200B',
		'\u2029',
		'\u2066',
		'\uFEFF',
	],
	...[
		'é',
		'Ã©',
		'ÃŸ',
		'â€™',
		'\\n',
		'漢',
		'🙂',
		'ſ',
		'none',
		'NULL',
		'n/a',
		'\\N',
		'nan',
		'true',
		'FALSE',
		'yes',
		'1700000000',
		'2147483648',
		'600000000',
		'4102444801',
	],
);
const value = fc.oneof(
	fc.array(parts, {maxLength: 5}).map(list => list.join('')),
	fc.string({unit: 'grapheme', maxLength: 12}),
);

function isPlainDescription(bytes: Buffer, start: number, end: number): boolean {
	return new DescriptionPrecheck().flags(bytes, start, end) === 0;
}

const prechecks: ReadonlyArray<
	readonly [field: Field, passes: (bytes: Buffer, start: number, end: number) => boolean]
> = [
	...(['col_name', 'database', 'schema', 'name'] as const).map(
		field => [field, (...span: [Buffer, number, number]) => (nameClasses(...span) & byteClass.odd) === 0] as const,
	),
	['sort_order', isPlainInteger],
	['is_view', isPlainBoolean],
	['last_updated_time', isPlainEpoch],
	['col_description', isPlainDescription],
	['description', isPlainDescription],
];

for (const [field, passes] of prechecks) {
	test(`no rule finds a problem in ${field} if the precheck passes`, () => {
		fc.assert(
			fc.property(value, text => {
				const bytes = Buffer.from(`"${text}"`);
				if (!passes(bytes, 1, bytes.length - 1)) return;
				for (const rule of rulesOf.get(field) ?? []) {
					assert.ok(!rule.isBroken(trim(text), text), `${rule.code} is found in ${JSON.stringify(text)}`);
				}
			}),
			{numRuns: rounds(2000)},
		);
	});
}

test('prechecks pass for usual values: otherwise they would not save time', () => {
	for (const [field, text] of [
		['col_name', 'customer_id'],
		['name', '注文'],
		['sort_order', '12'],
		['is_view', 'TRUE'],
		['last_updated_time', '1700000000'],
		['description', 'Nothing is missing here'],
		['col_description', 'Clé de la commande, größer als «0» – 注文'],
		['name', 'clé_größe'],
	] as const) {
		const bytes = Buffer.from(text);
		assert.ok(prechecks.find(([name]) => name === field)?.[1](bytes, 0, bytes.length), field);
	}
});
