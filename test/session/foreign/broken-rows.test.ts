import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import {checkedFile} from '../../../source/commands/checked.ts';
import {jsonReport} from '../../../source/report/check/json.ts';
import type {ReadOptions} from '../../../source/session/read-options.ts';
import {Session} from '../../../source/session/session.ts';
import {temporaryFile} from '../../support/folder.ts';

const {signal} = new AbortController();

const reading: ReadOptions = {
	mapping: {Table: 'name', Field: 'col_name', Text: 'description', Kind: 'none'},
	constants: [
		{field: 'database', value: 'DB'},
		{field: 'schema', value: 'sales'},
	],
	rows: {fillDown: ['name'], tableRows: true, skipRows: [{column: 'Kind', value: 'x'}]},
};

async function open(t: TestContext, rows: ReadonlyArray<readonly string[]>, separator: string): Promise<Session> {
	const text = [['Table', 'Field', 'Text', 'Kind'], ...rows].map(row => `${row.join(separator)}\n`).join('');
	const session = await Session.open(await temporaryFile(t, text), signal, reading);
	t.after(() => session.close());
	return session;
}

function problemsOf(session: Session) {
	const {problems} = JSON.parse([...jsonReport([checkedFile(session)], 0, String)].join(''));
	return problems.map(({code, row, line}: {code: string; row: number; line: number}) => [row, line, code]);
}

const separators = {comma: ',', semicolon: ';', tab: '\t', bar: '|'};

for (const [name, separator] of Object.entries(separators)) {
	test(`a misplaced quote in a file that a recipe changes is an error of its row alone: ${name}`, async t => {
		const rows = [
			['orders', 'id', '"The "key" of it"', ''],
			['"bills"2', 'id', '', ''],
			['', 'total', '"open', ''],
			// The copy quotes a comma: the quote would close the one above.
			['', 'paid', separator === ',' ? 'never' : ', if ever', ''],
			['', 'due', 'b', '"x"y'],
			['shops', '', '"of" all', ''],
			['', 'place', 'c', ''],
			['', 'skipped', '"d"d', 'x'],
		];
		const session = await open(t, rows, separator);
		const broken = [2, 3, 4, 6, 7, 9].map(row => [row, row, 'quote-error']);
		assert.deepEqual(problemsOf(session), broken);
		const {records} = session;
		const made = Array.from({length: records.lastRow - 1}, (_, at) => records.cells(at + 2).map(cell => cell.trim()));
		assert.deepEqual(made[2], ['total', 'DB', 'sales', '"bills"2', '"open']);
	});
}
