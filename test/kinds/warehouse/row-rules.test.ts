import assert from 'node:assert/strict';
import test from 'node:test';
import {header, listed, openText} from '../../support/session.ts';

const short = 'col_name,database,schema,name';
const record = 'id,shop,sales,orders';

type Case = readonly [line: string, code: string | undefined];

const cases: readonly Case[] = [
	[short, 'repeated-header'],
	['Col Name,DATABASE, schema ,\u200Bname', 'repeated-header'],
	['"col_name","data""base",schema,name', undefined],
	['column_name,database,schema,name', undefined],
	['id,database,schema,name', undefined],
	['col_name,database,schema', 'missing-cell'],
	[`${short},more`, 'extra-cell'],
	['-,--,---,-', 'ruler-row'],
	[' - ,"---",-,\t-', 'ruler-row'],
	['-,-,-,x', undefined],
	['-,-,-,', undefined],
	['-,-,-', 'missing-cell'],
	['\u2014,\u2014,\u2014,\u2014', undefined],
	['(2 rows)', 'export-footer'],
	['"1,204 rows selected."', 'export-footer'],
	['1 row', 'export-footer'],
	[' 2 ROWS IN SET (0.01 sec) ', 'export-footer'],
	['(2 rows affected)', 'export-footer'],
	['2 rows fetched (a (b) c).', 'export-footer'],
	['1,204 rows', 'missing-cell'],
	['rows', 'missing-cell'],
	['2 row\u017F', 'missing-cell'],
	['2 rows deleted', 'missing-cell'],
	['2  rows', 'missing-cell'],
	['"2 rows (a\nb)"', 'missing-cell'],
];

for (const [line, code] of cases) {
	test(`${JSON.stringify(line)} is ${code ?? 'a record'}, wherever it is`, async t => {
		for (const lines of [[line], [record, line], [line, record, line], [record, 'x,shop,sales,orders', line, line]]) {
			const session = await openText(t, [short, ...lines, ''].join('\n'));
			const rows = lines.flatMap((other, at) => (other === line ? [at + 2] : []));
			const found = listed(session).filter(problem => !/duplicate-row|invisible|whitespace|required/.test(problem));
			assert.deepEqual(found, code === undefined ? [] : rows.map(row => `${row} - ${code}`));
			assert.equal(session.recordCount, lines.length);
		}
	});
}

test('curly quotes in a row with too many cells are named, because they quote nothing', async t => {
	const session = await openText(t, [short, `${record},more`, 'id,shop,“sales, and more”,orders', ''].join('\n'));
	const [plain, curly] = [2, 3].map(row => session.problemsAt(row)[0]);
	assert.deepEqual([plain?.code, curly?.code], ['extra-cell', 'extra-cell']);
	assert.match(curly?.message ?? '', /“/);
	assert.doesNotMatch(plain?.message ?? '', /[“”]/);
});

test('a record with the labels of its table is no header, the next row can be one', async t => {
	const session = await openText(t, [short, 'id,database,schema,name', 'x,database,schema,name', short, ''].join('\n'));
	assert.deepEqual(listed(session), ['4 - repeated-header']);
});

test('the safe fix skips rows that are no data, and undo restores them', async t => {
	const session = await openText(t, [short, '-,-,-,-', record, short, '(1 row)', ''].join('\n'));
	session.fixAll('safe');
	assert.deepEqual([listed(session), session.recordCount, session.isValid], [[], 1, true]);
	session.undo();
	assert.deepEqual(listed(session), ['2 - ruler-row', '4 - repeated-header', '5 - export-footer']);
});

test('an edit can make a row the header, and a record again', async t => {
	const session = await openText(t, [short, record, ''].join('\n'));
	session.rewriteRow(2, short);
	assert.deepEqual(listed(session), ['2 - repeated-header']);
	session.setCell(2, 0, 'id');
	assert.deepEqual(listed(session), []);
});

test('a column without a label needs a value in a row that is checked', async t => {
	const codes = async (...lines: string[]) => {
		const session = await openText(t, [`${short},`, ...lines, ''].join('\n'));
		return session.fileProblems.map(({code}) => code);
	};
	assert.deepEqual(await codes(`${record}, `, '-,-,-,-,-', 'a,b,c,d,e,f', ',,,,'), []);
	assert.deepEqual(await codes(`${record},x`), ['blank-label']);
});

test('the header of an export with all fields is found again', async t => {
	const session = await openText(t, [header, header.toUpperCase(), ''].join('\r\n'));
	assert.deepEqual(listed(session), ['2 - repeated-header']);
});
