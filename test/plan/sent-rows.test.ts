import assert from 'node:assert/strict';
import test from 'node:test';
import {catalogTexts} from '../../source/job/messages.ts';
import {sentRows} from '../../source/plan/sent-rows.ts';
import {totalsOf} from '../../source/plan/snapshot.ts';
import {historyLines} from '../../source/report/history.ts';
import {historyFacts} from '../../source/report/history-facts.ts';

const part = (name: string, records: number) => ({
	kind: 'k',
	part: 'p',
	name,
	contentType: 'text/plain',
	path: '',
	records,
	bytes: 10,
	sha256: 'ab',
});
const snapshotOf = (...parts: ReadonlyArray<ReturnType<typeof part>>) => ({
	kind: 'k',
	endpoint: 'e',
	parts,
	digest: 'cd',
	counts: {},
});

test('one file: the number of rows; two: the rows of each', () => {
	const one = totalsOf(snapshotOf(part('a.csv', 1)));
	assert.deepEqual([one, sentRows(one)], [{records: 1, bytes: 10, sha256: 'cd'}, '1 row']);
	const two = totalsOf(snapshotOf(part('r.jsonl', 12), part('l\u001B.jsonl', 5)));
	assert.deepEqual(two.files, [
		{name: 'r.jsonl', records: 12},
		{name: 'l\u001B.jsonl', records: 5},
	]);
	assert.equal(two.records, 17);
	assert.match(sentRows(two), /^12 rows of r\.jsonl and 5 rows of l[^\u001B]+\.jsonl$/);
	assert.match(catalogTexts.sent(two), /^Sent, 12 rows of r\.jsonl and 5 rows/);
});

test('the history names every file of an upload', () => {
	const upload = {
		id: 1,
		at: '2026-03-01T10:00:00.000Z',
		host: 'h',
		source: 'exports/r.jsonl',
		records: 17,
		bytes: 20,
		sha256: 'cd',
		outcome: 'confirmed',
		message: 'Done.',
		isSent: true,
		isRunning: false,
		parts: [part('r.jsonl', 12), part('l.jsonl', 5)],
	};
	const now = Date.parse(upload.at);
	assert.match(historyLines([upload], now).join('\n'), /h {2}confirmed {2}17 rows {2}r\.jsonl, l\.jsonl/);
	assert.match(historyFacts(upload).join('\n'), /12 rows of r\.jsonl and 5 rows of l\.jsonl, 20/);
	const single = {...upload, parts: [part('r.jsonl', 17)]};
	assert.match(historyLines([single], now).join('\n'), /h {2}confirmed {2}17 rows {2}exports\/r\.jsonl/);
});
