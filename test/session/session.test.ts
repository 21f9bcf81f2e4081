import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {fixedValue} from '../../source/kinds/problem.ts';
import {findNextProblem} from '../../source/session/problem-navigation.ts';
import {Session} from '../../source/session/session.ts';
import {temporaryFile, temporaryFolder} from '../support/folder.ts';
import {rounds} from '../support/rounds.ts';
import {header, listed, openLines, openText, recordLine} from '../support/session.ts';

const {signal} = new AbortController();

test('reports each problem with its row, field and code', async t => {
	const session = await openLines(t, [
		recordLine(),
		recordLine({col_name: 'a.b', schema: '', sort_order: 'x'}),
		'short,row',
		`${recordLine({col_name: 'long'})},one more`,
		'',
		recordLine({col_name: 'ID'}),
		recordLine({col_name: 'quote', description: '"bad"quote'}),
	]);
	assert.deepEqual(listed(session), [
		'3 col_name period-in-name',
		'3 sort_order integer',
		'3 schema required',
		'4 - missing-cell',
		'5 - extra-cell',
		'6 - blank-row',
		'7 col_name duplicate-row',
		'8 - quote-error',
	]);
	assert.equal(session.problemsAt(7)[0]?.related, 2);
	assert.equal(session.recordCount, 6);
	assert.equal(session.isValid, false);
});

test('an edit re-checks its row, and the row that shared its key', async t => {
	const session = await openLines(t, [recordLine(), recordLine(), recordLine()]);
	assert.deepEqual(listed(session), ['3 col_name duplicate-row', '4 col_name duplicate-row']);
	session.setCell(2, 0, 'other');
	assert.deepEqual(listed(session), ['4 col_name duplicate-row']);
	assert.equal(session.problemsAt(4)[0]?.related, 3);
	session.toggleSkipped(3);
	assert.equal(session.isValid, true);
	session.undo();
	session.undo();
	assert.deepEqual(listed(session), ['3 col_name duplicate-row', '4 col_name duplicate-row']);
});

test('has the findings of a reopened file after any edits, undo and redo', async t => {
	const folder = await temporaryFolder(t);
	const value = fc.constantFrom(
		'',
		'id',
		'ID',
		'a.b',
		'yes',
		'true',
		'3.0',
		'1700000000',
		'2023-01-01',
		'sales',
		'orders',
	);
	const action = fc.oneof(
		fc.record({
			do: fc.constant('edit' as const),
			row: fc.integer({min: 2, max: 7}),
			column: fc.integer({min: 0, max: 9}),
			value,
		}),
		fc.record({
			do: fc.constantFrom('leave-out' as const, 'fix' as const, 'undo' as const, 'redo' as const),
			row: fc.integer({min: 2, max: 7}),
		}),
	);
	const lines = [
		recordLine(),
		recordLine({col_name: 'ID'}),
		recordLine({sort_order: '2.0'}),
		'short',
		recordLine({col_name: 'b', is_view: 'no'}),
		'',
	];
	const path = await temporaryFile(t, [header, ...lines, ''].join('\n'));
	await fc.assert(
		fc.asyncProperty(fc.array(action, {maxLength: 12}), async actions => {
			const session = await Session.open(path, signal);
			for (const action of actions) {
				if (action.do === 'edit') session.setCell(action.row, action.column, action.value);
				else if (action.do === 'leave-out') session.toggleSkipped(action.row);
				else if (action.do === 'fix') session.fixAll('safe');
				else session[action.do]();
			}

			const {path: copy} = await session.save({kind: 'copy', path: `${folder}/copy.csv`, replace: true}, signal);
			const reopened = await Session.open(copy, signal);
			// Skipped rows are not in the copy: only the codes and fields can be compared.
			const codes = (list: string[]) => list.map(line => line.replace(/^\d+ /, ''));
			assert.deepEqual(codes(listed(session)), codes(listed(reopened)));
			assert.equal(session.recordCount, reopened.recordCount);
			assert.deepEqual(
				Object.fromEntries([...session.findings.counts]),
				Object.fromEntries([...reopened.findings.counts]),
			);
			await reopened.close();
			await session.close();
		}),
		{numRuns: rounds(60)},
	);
});

test('distinguishes rows that swap names in one change, and finds a later duplicate', async t => {
	const session = await openLines(t, [
		recordLine({col_name: 'a'}),
		recordLine({col_name: 'b'}),
		recordLine({col_name: 'c'}),
	]);
	const named = (name: string) => new Map([[0, name]]);
	session.setCells('swap', [
		[2, named('b')],
		[3, named('a')],
	]);
	assert.deepEqual(listed(session), []);
	session.setCell(4, 0, 'A');
	assert.deepEqual(listed(session), ['4 col_name duplicate-row']);
	assert.equal(session.problemsAt(4)[0]?.related, 3);
	session.undo();
	session.undo();
	session.setCell(4, 0, 'A');
	assert.equal(session.problemsAt(4)[0]?.related, 2);
});

test('a problem is described by its own row, also when others must be read for it', async t => {
	const session = await openLines(t, [
		recordLine({description: 'one'}),
		recordLine({col_name: 'b', description: 'two'}),
		recordLine({col_name: 'c', description: 'one'}),
	]);
	const [problem] = session.problemsAt(3);
	assert.deepEqual([problem?.code, problem?.value, problem?.related], ['table-conflict', 'two', 2]);
});

test('a conflict of words for booleans is resolved with the boolean', async t => {
	const session = await openLines(t, [
		recordLine({is_view: 'false'}),
		recordLine({col_name: 'b', is_view: 'ja'}),
		recordLine({col_name: 'c', is_view: 'JA'}),
	]);
	assert.deepEqual(
		session.problemsAt(2).flatMap(({code, fixes}) => [code, ...fixes.map(fixedValue)]),
		['table-conflict', 'true'],
	);
	const draft = session.checkDraft(2, session.cells(2).with(8, 'no')).problems;
	assert.equal(
		draft
			.find(({code}) => code === 'table-conflict')
			?.fixes.map(fixedValue)
			.join(),
		'true',
	);
	session.fixAll({code: 'table-conflict'});
	assert.deepEqual(listed(session), []);
});

test('applies all safe fixes as one undo step', async t => {
	const session = await openLines(t, [
		recordLine({sort_order: '1.0', is_view: 'no'}),
		recordLine({name: 'other', sort_order: 'first', last_updated_time: '1700000000000'}),
	]);
	assert.equal(session.countFixes('safe'), 3);
	session.fixAll('safe');
	assert.deepEqual(listed(session), ['3 sort_order integer']);
	session.undo();
	assert.equal(session.problemCount('error'), 4);
});

test('drops the edit of a cell that gets its original value', async t => {
	const session = await openLines(t, [recordLine()]);
	session.setCell(2, 0, 'x');
	session.setCell(2, 0, 'id');
	assert.equal(session.records.overlay.size, 0);
});

test('visits every problem once in each direction and reports when it wraps', async t => {
	const session = await openLines(t, [recordLine({col_name: '', sort_order: 'x'}), recordLine(), 'short']);
	const visit = (direction: 'next' | 'previous') => {
		const seen: string[] = [];
		let at = {row: 3, column: 0};
		for (let step = 0; step < 4; step++) {
			const found = findNextProblem(session, at, direction);
			if (found === undefined) break;
			at = found.position;
			seen.push(`${at.row}/${at.column}${found.wrapped ? ' wrapped' : ''}`);
		}

		return seen;
	};
	assert.deepEqual(visit('next'), ['4/0', '2/0 wrapped', '2/3', '4/0']);
	assert.deepEqual(visit('previous'), ['2/3', '2/0', '4/0 wrapped', '2/3']);
});

test('rewrites a row as a line, and rejects a line that is not one row', async t => {
	const session = await openLines(t, ['short,row']);
	assert.equal(session.rewriteRow(2, 'a,"b'), 'not-one-row');
	assert.equal(session.rewriteRow(2, 'a\nb'), 'not-one-row');
	assert.equal(session.rewriteRow(2, recordLine({description: '"one, two"'})), 'done');
	assert.equal(session.isValid, true);
	assert.equal(session.cells(2)[7], 'one, two');
});

test('a byte order mark, aliases and case in the header are read', async t => {
	const session = await openText(t, `\uFEFFColumn_Name,TABLE_CATALOG, table_schema ,table,note\nid,DB,s,t,x\n`);
	assert.deepEqual(session.header.mapping, {col_name: 0, database: 1, schema: 2, name: 3});
	assert.deepEqual(
		session.fileProblems.map(({code, value}) => [code, value]),
		[['extra-label', 'note']],
	);
	assert.equal(session.isValid, true);
});

test('bytes that are not UTF-8 are an error of their row, and the rest of the file is read', async t => {
	const session = await openText(
		t,
		Buffer.from(`${header}\n${recordLine({description: 'caf\u00e9'})}\n${recordLine({col_name: ''})}\n`, 'latin1'),
	);
	assert.deepEqual(listed(session), ['2 - encoding-error', '3 col_name required']);
});

test('bytes that are not UTF-8, and broken quotes, are an error of the header too', async t => {
	const latin = await openText(t, Buffer.from(`${header},Gr\u00f6\u00dfe\n${recordLine()},1\n`, 'latin1'));
	assert.deepEqual(listed(latin), ['1 - encoding-error']);
	assert.equal(latin.likelyEncoding, 'windows-1252');
	const quote = await openText(t, `${header},"a" b\n${recordLine()},1\n`);
	assert.deepEqual(listed(quote), ['1 - quote-error']);
});

test('they are also reported if the labels keep the rows from being checked', async t => {
	const codes = ({fileProblems}: Session) => fileProblems.map(({code, row}) => `${row} ${code}`);
	const latin = await openText(t, Buffer.from(`Title\nGr\u00f6\u00dfe,database,schema,col_type\n`, 'latin1'));
	assert.deepEqual(codes(latin), [
		'2 preamble',
		'2 extra-label',
		'2 missing-label',
		'2 missing-label',
		'2 encoding-error',
	]);
	const quote = await openText(t, '"a" b,database,schema,col_type\n');
	assert.ok(codes(quote).includes('1 quote-error'));
});

const notCsv: ReadonlyArray<readonly [name: string, content: string | Buffer, code: string]> = [
	['an empty file', '', 'empty-file'],
	['a file of blank lines', '\n\n', 'empty-file'],
	['a spreadsheet', Buffer.from('PK\u0003\u0004 and so on'), 'format-error'],
	['binary data', Buffer.from([1, 2, 0, 4]), 'format-error'],
	['UTF-16', Buffer.from('\uFEFFcol_name,database\n', 'utf16le'), 'encoding-error'],
	['a JSON array', '[\n{"entity_type": "table"}\n]\n', 'wrong-kind'],
	['corrections', 'row,field,value\n71,name,refunds\n', 'wrong-kind'],
	["the workspace's own export", 'id,title,entity_type\n1,a,records\n', 'wrong-kind'],
];
for (const [name, content, code] of notCsv) {
	test(`${name} is not opened: ${code}`, async t => {
		await assert.rejects(Session.open(await temporaryFile(t, content), signal), {name: 'UserError', code});
	});
}

test('a missing file and a folder are not opened', async t => {
	const folder = await temporaryFolder(t);
	await assert.rejects(Session.open(folder, signal), {name: 'UserError', code: 'folder'});
	await assert.rejects(Session.open(`${folder}/none.csv`, signal), {name: 'UserError', code: 'no-such-file'});
});
