import assert from 'node:assert/strict';
import test from 'node:test';
import type {SetUpAnswers} from '../../source/app/flows/set-up/answers.ts';
import {moreColumnsStep} from '../../source/app/flows/set-up/steps/more-columns.ts';
import {fields} from '../../source/kinds/warehouse/field.ts';
import {warehouse} from '../../source/kinds/warehouse/warehouse.ts';

const names = ['col_name', 'database', 'schema', 'name'];

function found(labels: readonly string[], others: Omit<SetUpAnswers, 'file'> = {}): SetUpAnswers {
	return {...others, file: {path: '/w.csv', kind: warehouse, labels, missing: []}};
}

const cases: ReadonlyArray<readonly [what: string, found: SetUpAnswers, wanted: boolean, summary: string | undefined]> =
	[
		['no other headers', found(names), false, undefined],
		['a header that says nothing', found([...names, 'Text']), true, undefined],
		['one that was asked about', found([...names, 'Text'], {hasAskedMoreColumns: true}), true, 'not sent: Text'],
		['headers that are one but for case and space', found([...names, 'Text', 'text ']), false, 'not sent: Text, text '],
		['every field known, and one header more', found([...fields, 'Text']), false, 'not sent: Text'],
		[
			'a header that holds a needed field',
			found(['Feld', 'database'], {mapping: {Feld: 'col_name'}}),
			false,
			undefined,
		],
		[
			'a mapping written with other case than the file',
			found([...names, 'Text', 'constructor'], {hasAskedMoreColumns: true, mapping: {TEXT: 'description'}}),
			true,
			'not sent: constructor; "Text" as description',
		],
		[
			'a field that a known header would hold, were it not said to hold another',
			found([...fields.filter(field => field !== 'is_view'), 'Text'], {mapping: {col_type: 'is_view'}}),
			true,
			undefined,
		],
	];

for (const [what, given, wanted, summary] of cases) {
	test(`more columns: ${what}`, () => {
		assert.deepEqual([moreColumnsStep.isNeeded(given), moreColumnsStep.summarize(given)], [wanted, summary]);
	});
}
