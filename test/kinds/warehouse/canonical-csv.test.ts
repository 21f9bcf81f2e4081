import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import type {Session} from '../../../source/session/session.ts';
import {header, openText, recordLine} from '../../support/session.ts';

const {signal} = new AbortController();

async function sent(session: Session): Promise<string> {
	const pieces: Buffer[] = [];
	for await (const piece of session.canonical(() => undefined, signal)) pieces.push(piece);
	return Buffer.concat(pieces).toString();
}

async function sentOf(t: TestContext, text: string): Promise<string> {
	return sent(await openText(t, text));
}

test('sends a canonical file byte for byte, including unnecessary quotes', async t => {
	const text = `${header}\n${recordLine({description: '"Orders"'})}\n${recordLine({col_name: 'b', col_description: '"two\nlines, ""quoted"""'})}\n`;
	assert.equal(await sentOf(t, text), text);
});

test('normalizes line ends, byte order mark, blank rows and a missing last line end', async t => {
	const canonical = `${header}\n${recordLine()}\n${recordLine({col_name: 'b'})}\n`;
	assert.equal(
		await sentOf(t, `\uFEFF${header}\r\n${recordLine()}\r\n\r\n,,,,,,,,,\r\n${recordLine({col_name: 'b'})}`),
		canonical,
	);
});

for (const [name, delimiter] of [
	['semicolons', ';'],
	['tabs', '\t'],
	['pipes', '|'],
] as const) {
	test(`sends a file with ${name} with commas`, async t => {
		const description = `one, two${delimiter} three`;
		const lines = [header, recordLine({description: '"?"'}), ''].join('\n').replaceAll(',', delimiter);
		assert.equal(
			await sentOf(t, lines.replace('"?"', `"${description}"`)),
			[header, recordLine({description: `"${description}"`}), ''].join('\n'),
		);
	});
}

test('sends canonical values: trimmed names, true and false, digits, nothing for null placeholders', async t => {
	const messy = recordLine({
		database: ' DB ',
		is_view: 'FALSE',
		sort_order: '+07',
		last_updated_time: 'None',
		description: ' free text ',
	});
	const canonical = recordLine({
		is_view: 'false',
		sort_order: '7',
		last_updated_time: '',
		description: ' free text ',
	});
	assert.equal(await sentOf(t, `${header}\n${messy}\n`), `${header}\n${canonical}\n`);
	assert.match(
		await sentOf(t, `${header}\n${recordLine({sort_order: '', is_view: 'NULL'})}\n`),
		/INT,0,DB,sales,orders,Orders,,1700000000/,
	);
});

test('sends the documented labels in file order, without unknown columns', async t => {
	assert.equal(
		await sentOf(t, 'table,note,Column_Name,table_schema,table_catalog,ordinal_position\nt,x,c,s,d,1\n'),
		'name,col_name,schema,database,sort_order\nt,c,s,d,1\n',
	);
});

test('keeps the label col_sort_order', async t => {
	const text = 'col_name,col_sort_order,database,schema,name\na,1,d,s,t\n';
	assert.equal(await sentOf(t, text), text);
});

test('sends unsaved edits and does not send skipped rows', async t => {
	const session = await openText(t, `${header}\n${recordLine()}\n${recordLine({col_name: 'b'})}\n`);
	session.setCell(2, 1, 'new, text');
	session.toggleSkipped(3);
	assert.equal(await sent(session), `${header}\n${recordLine({col_description: '"new, text"'})}\n`);
});
