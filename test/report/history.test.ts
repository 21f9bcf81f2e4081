import assert from 'node:assert/strict';
import test from 'node:test';
import {type HistoryUpload, historyJson, historyLines} from '../../source/report/history.ts';
import {historyFacts, historyTitle} from '../../source/report/history-facts.ts';

const at = '2026-03-01T10:00:00.000Z';
const now = Date.parse(at) + 7_200_000;

const stopped: HistoryUpload = {
	id: 12,
	at,
	endedAt: '2026-03-01T10:01:07.000Z',
	profile: 'nightly',
	host: 'h',
	integration: 'i',
	source: 'w.csv',
	files: ['/w/w.csv'],
	version: '1.0.0',
	kind: 'warehouse',
	records: 1204,
	bytes: 198_311,
	sha256: 'ab',
	parts: [{name: 'w.csv', records: 1204}],
	planId: 'p-1',
	plan: {
		version: 1,
		counts: {created: {tables: 1, dashboardGroups: 2}, hidden: {columns: 1200}, kept: {tables: 9}, updated: {}},
		causes: [{kind: 'container-renamed', hidden: {columns: 1200}, created: {}, fix: ['--value schema:new=old']}],
		reasons: ['1,200 of the 1,300 columns would be hidden'],
	},
	outcome: 'stopped',
	message: 'Safety stop.',
	isSent: false,
	isRunning: false,
};

/** An upload of which nothing else is known. */
const unknown: HistoryUpload = {
	id: 3,
	at,
	source: '-',
	parts: [],
	outcome: 'failed',
	message: 'The file has 1 error.',
	code: 'file-has-errors',
	isSent: false,
	isRunning: false,
};

test('the list has a line for each upload, with aligned columns', () => {
	assert.deepEqual(historyLines([stopped, unknown, {...unknown, id: 2, host: 'h', isRunning: true}], now), [
		'#12  2 hours ago  nightly    stopped  1,204 rows, 3 created, 1,200 hidden  w.csv',
		'#3   2 hours ago  no target  failed                                        standard input',
		'#2   2 hours ago  h          running                                       standard input',
	]);
	assert.deepEqual(historyLines([], now), ['No uploads yet.']);
	assert.match(historyLines([{...unknown, source: 'a\u001B.csv'}], now).join(''), / a␛\.csv$/);
});

test('the details have what is known, and the next command', () => {
	assert.equal(historyTitle(stopped), 'Upload #12: stopped');
	assert.deepEqual(historyFacts(stopped, ['secoda-upload history 12 --watch']), [
		'Safety stop.',
		'',
		'Started     2026-03-01 10:00:00 UTC',
		'Ended       2026-03-01 10:01:07 UTC (1 min 07 s)',
		'Profile     nightly',
		'To          h, integration i',
		'File        /w/w.csv',
		'Snapshot    1,204 rows, 198 kB',
		'SHA-256     ab',
		'Version     1.0.0',
		'Plan        p-1',
		'Created     1 table, 2 dashboard groups',
		'Hidden      1,200 columns',
		'Cause       renamed database or schema: hidden 1,200 columns; fix: --value schema:new=old',
		'Stopped by  1,200 of the 1,300 columns would be hidden',
		'',
		'Next: secoda-upload history 12 --watch',
	]);
	assert.deepEqual(historyFacts(unknown), [
		'The file has 1 error.',
		'',
		'Started     2026-03-01 10:00:00 UTC',
		'File        standard input',
		'Error       file-has-errors',
	]);
	const sync = {version: 1, found: 630, expected: 1204, seconds: 600, links: ['http://h/page']};
	const text = historyFacts({...stopped, approval: 'p-1', sync, link: 'http://h/syncs'}).join('\n');
	assert.match(text, /Approved {4}p-1\nSync {8}630 of 1,204 found after 10 min 00 s\n/);
	assert.match(text, /Sync page {3}http:\/\/h\/syncs\nSync page {3}http:\/\/h\/page$/);
});

test('a plan of a later version is shown as far as it is understood', () => {
	const later = {
		version: 9,
		counts: {moved: 3, hidden: {tables: 'many', columns: 2}},
		causes: [{kind: 'moonlight', of: 7}],
		reasons: 'none',
	};
	const text = historyFacts({...unknown, plan: later}).join('\n');
	assert.match(text, /Moved {7}3\nHidden {6}2 columns\nCause {7}moonlight$/m);
	for (const plan of [{version: 9}, {version: 9, counts: [1], causes: {a: 1}, reasons: null}])
		assert.doesNotMatch(historyFacts({...unknown, plan}).join('\n'), /Cause|Stopped|Plan/);
	assert.match(historyFacts({...unknown, planId: 'p', plan: {version: 1}}).join('\n'), /Plan {8}p, no resource is/);
});

test('JSON has null for what is unknown, and the stored plan as it is', () => {
	const {uploads} = Object(historyJson([unknown, stopped]));
	const nulls = Object.entries(Object(uploads[0])).flatMap(([key, value]) => (value === null ? [key] : []));
	assert.deepEqual(nulls.sort(), [
		'address',
		'approval',
		'baseline',
		'bytes',
		'counts',
		'endedAt',
		'files',
		'host',
		'integration',
		'integrationName',
		'kind',
		'link',
		'plan',
		'planId',
		'profile',
		'records',
		'rollbackOf',
		'sha256',
		'sync',
		'version',
	]);
	assert.deepEqual(uploads[1].plan, stopped.plan);
});
