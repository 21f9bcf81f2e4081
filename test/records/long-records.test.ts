import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import fc from 'fast-check';
import {CsvFormat} from '../../source/records/csv/csv-format.ts';
import {CsvScanner} from '../../source/records/csv/csv-scanner.ts';
import type {RecordLimits} from '../../source/records/record-limits.ts';
import {unfinished} from '../../source/records/record-scanner.ts';
import {Records} from '../../source/records/records.ts';
import {SourceFile} from '../../source/records/source/source-file.ts';
import {temporaryFile} from '../support/folder.ts';
import {rounds} from '../support/rounds.ts';

type Read = {
	readonly text: string;
	readonly count: number;
	readonly broken: boolean;
	readonly innerLines: number;
	readonly tooLong: boolean;
	/** Not known of a record that is too long. */
	readonly values: readonly string[] | undefined;
	readonly blank: boolean | undefined;
};

/**
Reads every record of a text that comes in slices of these lengths, in turn; keeps only the bytes that the reader asks
for. Returns how many these were at most.
*/
function readSlices(
	text: Buffer,
	lengths: readonly number[],
	limits?: RecordLimits,
	onRecord?: (reader: CsvScanner) => void,
): number {
	const reader = new CsvScanner(',', limits);
	let held = Buffer.alloc(0);
	let most = 0;
	let isResumed = false;
	for (let from = 0, slice = 0; from < text.length; slice++) {
		const to = Math.min(text.length, from + (lengths[slice % lengths.length] ?? 1));
		const bytes = Buffer.concat([held, text.subarray(from, to)]);
		most = Math.max(most, bytes.length);
		let at = 0;
		while (at < bytes.length) {
			const next: number = isResumed
				? reader.resume(bytes, at, bytes.length, to === text.length ? 'end' : 'more')
				: reader.next(bytes, at, bytes.length, to === text.length ? 'end' : 'more');
			isResumed = next === unfinished;
			if (isResumed) break;
			onRecord?.(reader);
			at = next;
		}

		held = Buffer.from(bytes.subarray(isResumed ? reader.heldFrom : at));
		from = to;
	}

	return most;
}

function recordsOf(text: Buffer, lengths: readonly number[], limits?: RecordLimits): readonly Read[] {
	const records: Read[] = [];
	let start = 0;
	readSlices(text, lengths, limits, reader => {
		const {count, isBroken: broken, innerLines, tooLong, length} = reader;
		const [values, blank] = tooLong ? [] : [reader.values(), reader.isBlank];
		const record = text.toString('latin1', start, start + length);
		records.push({text: record, count, broken, innerLines, tooLong, values, blank});
		start += length;
	});
	return records;
}

/** Counts the bytes that searches look at while `run` runs. */
function bytesLookedAt(run: () => void): number {
	const {indexOf} = Buffer.prototype;
	let looked = 0;
	Buffer.prototype.indexOf = function (this: Buffer, value: string | number | Uint8Array, from?: number) {
		const found = indexOf.call(this, value, from);
		looked += (found === -1 ? this.length : found + 1) - (from ?? 0);
		return found;
	};
	try {
		run();
	} finally {
		Buffer.prototype.indexOf = indexOf;
	}

	return looked;
}

const small: RecordLimits = {record: 60, quoted: 20, cells: 32};
const anyText = fc
	.array(fc.constantFrom('a', 'bcd', '"', '""', ',', '\n', '\r\n', '\r', 'x'.repeat(15), ','.repeat(20)), {
		maxLength: 40,
	})
	.map(parts => Buffer.from(parts.join('')));

test('the records of a text do not depend on its slices', () => {
	fc.assert(
		fc.property(
			anyText,
			fc.array(fc.integer({min: 1, max: 30}), {minLength: 1, maxLength: 5}),
			fc.constantFrom(small, undefined),
			(text, lengths, limits) => {
				const whole = recordsOf(text, [text.length], limits);
				assert.deepEqual(recordsOf(text, lengths, limits), whole);
				assert.equal(whole.map(record => record.text).join(''), text.toString('latin1'));
			},
		),
		{numRuns: rounds(1500)},
	);
});

test('limits only change the cells of records that exceed them', () => {
	fc.assert(
		fc.property(anyText, text => {
			const limits = {...small, quoted: 1000};
			const usual = recordsOf(text, [7]);
			const limited = recordsOf(text, [7], limits);
			const ends = (records: readonly Read[]) =>
				records.map(({text, count, broken, innerLines}) => [text, count, broken, innerLines]);
			assert.deepEqual(ends(limited), ends(usual));
			for (const [at, {text, tooLong, values}] of limited.entries()) {
				assert.equal(tooLong, text.length > limits.record);
				if (!tooLong) assert.deepEqual(values, usual[at]?.values?.slice(0, limits.cells));
			}
		}),
		{numRuns: rounds(1000)},
	);
});

/** Every text of so many characters. */
function* units(length: number): Generator<string, void, void> {
	if (length === 0) yield '';
	else for (const start of units(length - 1)) for (const next of '"a,\n\r') yield start + next;
}

test('reads each byte a few times at most, and keeps a limited number of bytes, for any repeated text', () => {
	const limits = {record: 2048, quoted: 512, cells: 64};
	const slice = 256;
	for (const length of [1, 2, 3, 4]) {
		for (const unit of units(length)) {
			for (const start of ['', '"', 'a,"']) {
				const text = Buffer.from(start + unit.repeat(8192 / length));
				let most = 0;
				const looked = bytesLookedAt(() => {
					most = readSlices(text, [slice], limits);
				});
				const what = JSON.stringify(start + unit);
				assert.ok(looked <= 5 * text.length, `${looked} of ${text.length} bytes: ${what}`);
				assert.ok(most <= limits.record + limits.quoted + slice, `${most} bytes kept: ${what}`);
			}
		}
	}
});

test('the time of a line is linear in its length', () => {
	for (const start of ['a,', 'a,"', '"', '"\n"', 'a,"b"c']) {
		const [short = 0, long = 0] = [1_000_000, 4_000_000].map(length => {
			const text = Buffer.from(`${start}${'x'.repeat(length)}\n1,2\n`);
			return bytesLookedAt(() => readSlices(text, [65_536], {record: 300_000, quoted: 100_000, cells: 64}));
		});
		assert.ok(long < 4.5 * short, `${long} after ${short} bytes: ${start}`);
	}
});

test('reads each of millions of open quotes once', () => {
	for (const unit of ['"a\n', '"a,', '"', '"\n', '"a""\n', ',"', '"",']) {
		const text = Buffer.from(`${unit.repeat(200_000)}\n`);
		const looked = bytesLookedAt(() => readSlices(text, [16_384], {record: 200_000, quoted: 50_000, cells: 64}));
		assert.ok(looked <= 5 * text.length, `${looked} of ${text.length} bytes: ${JSON.stringify(unit)}`);
	}
});

test('counts the cells beyond the limit, and detects text in them', () => {
	const read = (text: string) => new CsvScanner(',', small).read(Buffer.from(text), 0, text.length);
	const cells = (count: number, last: string) => `${','.repeat(count - 1)}${last}\n`;
	assert.equal(read(cells(50, '')).count, 50);
	assert.equal(read(cells(50, '')).values().length, 32);
	assert.equal(read(cells(50, '')).isBlank, true);
	assert.equal(read(cells(50, 'x')).isBlank, false);
	assert.equal(read(cells(40, 'x')).value(39), '');
});

/** A table over a file with small limits, all of whose records were found. */
async function tableOf(t: TestContext, text: string, limits: RecordLimits): Promise<Records> {
	const records = await Records.open(await SourceFile.open(await temporaryFile(t, text)), new CsvFormat(','), {limits});
	t.after(() => records.close());
	await records.findRecords({}, new AbortController().signal);
	return records;
}

test('finds the records after one that is too long, with their lines', async t => {
	const long = `3,"two\nlines",${'x'.repeat(2_000_000)},"and\nmore"\n`;
	const records = await tableOf(t, `a,b\n1,2\n${long}4,"5\n"\n6,7`, {record: 100_000, quoted: 10_000, cells: 64});
	assert.equal(records.lastRow, 5);
	assert.equal(records.length(3), long.length);
	assert.deepEqual(
		[2, 3, 4, 5].map(row => records.isTooLong(row)),
		[false, true, false, false],
	);
	assert.deepEqual(
		[2, 3, 4, 5].map(row => records.index.lineOf(row)),
		[2, 3, 6, 8],
	);
	assert.deepEqual(records.cells(4), ['4', '5\n']);
	assert.deepEqual(records.cells(3).slice(0, 2), ['3', 'two\nlines']);
	assert.ok((records.cells(3)[2] ?? '').length < 20_000);
	assert.equal(records.cell(3, 1), 'two\nlines');
	assert.equal(records.isEditable(3), false);
	assert.equal(records.isEditable(4), true);
});

test('finds the end of a header that is too long', async t => {
	const records = await tableOf(t, `\uFEFF${'a,'.repeat(500_000)}"x\ny"\n1,2\n`, {
		record: 100_000,
		quoted: 10_000,
		cells: 64,
	});
	assert.equal(records.lastRow, 2);
	assert.equal(records.isTooLong(1), true);
	assert.deepEqual(records.cells(2), ['1', '2']);
	assert.equal(records.index.lineOf(2), 3);
});

test('checks the UTF-8 of a record that spans many reads', async t => {
	const cut = Buffer.from('漢'.repeat(500_000));
	const bad = Buffer.concat([cut, Buffer.from([0xe9]), cut]);
	const rows = [cut, bad, cut, Buffer.from('a'), bad, Buffer.from('b')];
	const content = Buffer.concat([Buffer.from('a\n'), ...rows.flatMap(row => [row, Buffer.from('\n')])]);
	const records = await Records.open(await SourceFile.open(await temporaryFile(t, content)), new CsvFormat(','));
	t.after(() => records.close());
	const valid: boolean[] = [];
	await records.findRecords(
		{
			onRecord(_, __, utf8) {
				valid.push(utf8 === 'valid');
			},
		},
		new AbortController().signal,
	);
	assert.deepEqual(valid, [true, false, true, true, false, true]);
});
