import assert from 'node:assert/strict';
import {truncate} from 'node:fs/promises';
import test from 'node:test';
import {CsvFormat} from '../../source/records/csv/csv-format.ts';
import {Records} from '../../source/records/records.ts';
import {isFileError} from '../../source/records/source/file-error.ts';
import {SourceFile} from '../../source/records/source/source-file.ts';
import {temporaryFile} from '../support/folder.ts';
import {openTable} from '../support/records.ts';

const {signal} = new AbortController();

test('finds records of any length that span several reads', async t => {
	const lengths = Array.from({length: 400}, (_, at) => (at * 7919) % 5000).concat([300_000, 10, 700_000, 5]);
	const lines = lengths.map((length, at) => `${at},"${'漢'.repeat(length)}\n${at}"`);
	const records = await openTable(t, ['a,b', ...lines].join('\r\n'));
	assert.equal(records.lastRow, lines.length + 1);
	for (const [at, line] of lines.entries()) {
		assert.equal(
			records
				.fileBytes(at + 2)
				.toString()
				.trimEnd(),
			line,
		);
		assert.equal(records.index.lineOf(at + 2), 2 + at * 2);
	}
});

test('visits every record once, in order, with its UTF-8 validity', async t => {
	const bad = Buffer.concat([Buffer.from('caf'), Buffer.from([0xe9]), Buffer.from(',1\n')]);
	const good = Buffer.from('漢字,1\n');
	const rows = Array.from({length: 60_000}, (_, at) => (at % 1000 === 999 ? bad : good));
	const records = await Records.open(
		await SourceFile.open(await temporaryFile(t, Buffer.concat([Buffer.from('a,b\n'), ...rows]))),
		new CsvFormat(','),
	);
	t.after(() => records.close());
	const invalid: number[] = [];
	let expected = 2;
	await records.findRecords(
		{
			onRecord(row, reader, utf8) {
				assert.equal(row, expected++);
				assert.equal(reader.count, 2);
				if (utf8 === 'invalid') invalid.push(row);
			},
		},
		signal,
	);
	assert.equal(expected, 60_002);
	assert.deepEqual(
		invalid,
		Array.from({length: 60}, (_, at) => (at + 1) * 1000 + 1),
	);
});

test('reads the header first; a file with only a byte order mark has none', async t => {
	const file = await SourceFile.open(await temporaryFile(t, `\uFEFFname,"two\nlines"\n1,2\n`));
	const records = await Records.open(file, new CsvFormat(','));
	t.after(() => records.close());
	assert.deepEqual(records.cells(1), ['name', 'two\nlines']);
	assert.equal(records.lastRow, 1);
	assert.equal((await openTable(t, '\uFEFF')).lastRow, 0);
});

test('reports a file that shrinks while it is read', async t => {
	const path = await temporaryFile(t, `a,b\n${'1,2\n'.repeat(500_000)}`);
	const records = await Records.open(await SourceFile.open(path), new CsvFormat(','));
	t.after(() => records.close());
	let slices = 0;
	const reading = records.findRecords(
		{
			onSlice() {
				if (++slices === 2) truncate(path, 100_000).then(undefined, assert.ifError);
			},
		},
		signal,
	);
	await assert.rejects(reading, (error: unknown) => isFileError(error) && error.code === 'file-changed');
});
