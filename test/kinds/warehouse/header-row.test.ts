import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import test from 'node:test';
import {delimiterOf} from '../../../source/records/csv/csv-format.ts';
import {FormatError} from '../../../source/session/format-error.ts';
import type {ReadOptions} from '../../../source/session/read-options.ts';
import {Session} from '../../../source/session/session.ts';
import {type Scope, temporaryFile} from '../../support/folder.ts';

const {signal} = new AbortController();
const header = 'col_name,database,schema,name';
const record = 'id,shop,sales,orders';
const table = `${header}\n${record}\n`;

/** Opens a text. Returns its header row, separator, number of records, and the codes of its problems. */
async function opened(t: Scope, text: string, reading: ReadOptions = {}): Promise<string> {
	const session = await Session.open(await temporaryFile(t, text), signal, reading).catch(error => {
		if (error instanceof FormatError) return error.code;
		throw error;
	});
	if (typeof session === 'string') return session;
	const {records, recordCount, counts} = session;
	const found = [records.headerRow, delimiterOf(records.format), recordCount, ...counts.keys()].join(' ');
	await session.close();
	return found;
}

const cases: ReadonlyArray<readonly [what: string, text: string, expected: string, reading?: ReadOptions]> = [
	['a header in the first row', table, '1 , 1'],
	['a title', `Columns of the shop\n${table}`, '2 , 1 preamble'],
	['blank lines and a comment', `\n# exported\n\n${table}`, '4 , 1 preamble'],
	['a title over several lines', `"two\nlines",x\r\n${table.replaceAll('\n', '\r\n')}`, '2 , 1 preamble'],
	['a byte order mark and a title', `\uFEFFTitle\n${table}`, '2 , 1 preamble'],
	['nineteen rows above', `${'x\n'.repeat(19)}${table}`, '20 , 1 preamble'],
	['twenty rows above', `${'x\n'.repeat(20)}${table}`, '1 , 21 missing-label extra-label'],
	['two known labels', `name,database\n${table}`, '2 , 1 preamble'],
	['more known labels with semicolons', `col_type;${header.replaceAll(',', ';')}\n${table}`, '2 , 1 preamble'],
	['three known labels, none of them required', `is_view,col_type,sort_order\n${table}`, '2 , 1 preamble'],
	['three known labels twice', `name,name,NAME\n${table}`, '1 , 2 missing-label duplicate-label'],
	['known labels of a foreign file', `Title\n${table.replaceAll(',', ';')}`, '2 ; 1 dialect preamble'],
	['tabs under a title with a comma', `Shop, sales\n${table.replaceAll(',', '\t')}`, '2 \t 1 dialect preamble'],
	['foreign labels with semicolons', 'Feld;Tabelle\na;b\n', '1 ; 1 missing-label dialect extra-label'],
	['foreign labels with a comma', 'Feld, Name;Tabelle;Typ\na;b\n', '1 , 1 missing-label extra-label'],
	['a line sep=,', `sep=,\n${table}`, '2 , 1 preamble'],
	['a line SEP=; and a byte order mark', `\uFEFFSEP=;\r\n${table.replaceAll(',', ';')}`, '2 ; 1 dialect preamble'],
	['a line sep= with semicolons and commas', `sep=;\n${table}`, '2 ; 1 missing-label dialect preamble extra-label'],
	['a line sep= and a title', `sep=,\nTitle\n${table}`, '3 , 1 preamble'],
	['a line sep= and foreign labels', 'sep=,\nField,Table\na,b\n', '2 , 1 missing-label preamble extra-label'],
	['a line sep= with an unknown separator', `sep=^\n${table}`, '2 , 1 preamble'],
	['a line sep= with two characters', `sep=,,\n${table}`, '2 , 1 preamble'],
	['a line sep= and nothing else', 'sep=,\r\n \n', 'empty-file'],
	['the row that the user has set', `${header}\n${table}`, '2 , 1 preamble', {headerRow: 2}],
	['a row that is no header', table, '2 , 0 missing-label preamble extra-label', {headerRow: 2}],
	[
		'a separator of the row that the user has set',
		'a,b\nFeld;Tabelle\n',
		'2 ; 0 missing-label dialect preamble extra-label',
		{headerRow: 2},
	],
	['a separator that the user has set', `sep=;\n${table}`, '2 , 1 preamble', {delimiter: 'comma'}],
	['a preamble of some kilobytes', `${'x'.repeat(60_000)}\n${table}`, '2 , 1 preamble'],
	[
		'a header that is longer than the first bytes',
		`${header.replaceAll(',', ';')}${';x'.repeat(40_000)}\n`,
		'1 ; 0 no-records dialect extra-label',
	],
];

for (const [what, text, expected, reading] of cases) {
	test(`${what}: ${expected}`, async t => {
		assert.equal(await opened(t, text, reading), expected);
	});
}

test('a row that the file does not have is no header', async t => {
	await assert.rejects(opened(t, table, {headerRow: 3}), {code: 'wrong-usage'});
	await assert.rejects(opened(t, '{"entity_type": "database", "databuilder_id": "shop"}\n', {headerRow: 1}), {
		code: 'wrong-usage',
	});
});

test('rows above the header keep their bytes when the file is saved, and are not sent', async t => {
	const above = '\uFEFF"A title,\nin two lines"\r\n\r\n';
	const path = await temporaryFile(t, `${above}${header}\r\n id ,shop,sales,orders\r\n${header}\r\n`);
	const session = await Session.open(path, signal);
	t.after(() => session.close());
	session.fixAll('safe');
	const copy = `${path}.copy`;
	await session.save({kind: 'copy', path: copy, replace: false}, signal);
	assert.equal(await readFile(copy, 'utf8'), `${above}${header}\r\nid,shop,sales,orders\r\n`);
	const sent: Buffer[] = [];
	const rows: number[] = [];
	for await (const piece of session.canonical(({row}) => rows.push(row), signal)) sent.push(Buffer.from(piece));
	assert.deepEqual([Buffer.concat(sent).toString(), rows], [table, [4]]);
	assert.equal(session.records.index.lineOf(4), 5);
});
