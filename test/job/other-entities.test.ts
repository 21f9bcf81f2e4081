import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {parseAddress} from '../../source/catalog/address.ts';
import {connect} from '../../source/catalog/client.ts';
import type {JobEvent} from '../../source/job/events.ts';
import {runJob} from '../../source/job/job.ts';
import {countsOf} from '../../source/plan/counts.ts';
import type {SnapshotSource} from '../../source/plan/snapshot.ts';
import {reportedPreview} from '../../source/report/plan/reported-plan.ts';
import {planText} from '../../source/report/plan/text.ts';
import {readInventory} from '../../source/snapshot/read-inventory.ts';
import {openState} from '../../source/state/state.ts';
import {dashboards} from '../support/dashboards.ts';
import {bodyOf, json, serve} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {openNoSide} from '../support/plans.ts';

const content = [
	'type,id,text',
	'dashboard group,sales,',
	'dashboard,orders,Orders',
	'chart,per day,"Orders, per day"',
	'edge,orders -> per day,',
	'',
].join('\n');

test('a kind with other types of resources is planned, sent and seen in its own lists', async t => {
	let isSent = false;
	const asked: string[] = [];
	const {url} = await serve(t, async (request, response) => {
		const {pathname} = new URL(request.url ?? '', 'http://x');
		const page = (schema: string, title: string) => ({id: title, schema, title, database: ''});
		if (request.method === 'POST') {
			await bodyOf(request);
			isSent = true;
			return json(response, {});
		}

		if (pathname.includes('/table/')) asked.push(pathname.split('/').at(-2) ?? '');
		const results = pathname.includes('tables')
			? isSent
				? [page('dashboard group', 'sales'), page('dashboard', 'orders')]
				: [page('dashboard', 'old')]
			: [{id: 'per day', title: 'per day', table_title: 'orders', table_schema: '', table_database: ''}];
		if (pathname.includes('/table/')) return json(response, {links: {}, count: results.length, results});
		return json(response, {id: 'i', name: 'Dashboards', type: 'custom'});
	});
	const folder = await temporaryFolder(t);
	const path = join(folder, 'dashboards.csv');
	await writeFile(path, content);
	const state = await openState(folder);
	t.after(() => state.close());
	const parts = [{path, kind: dashboards}];
	const inventory = await readInventory(parts, new AbortController().signal);
	const counts = countsOf(inventory.entities, entity => inventory.of(entity).count);
	const source: SnapshotSource = {
		path,
		paths: [path],
		problem: undefined,
		warnings: 0,
		notSent: [],
		writtenAt: () => Promise.resolve(undefined),
		async take(store) {
			const writer = await store.create();
			await writer.write(Buffer.from(content));
			const {release, ...kept} = await writer.commit();
			const kind = 'dashboards';
			const part = {kind, part: 'file', name: 'dashboards.csv', contentType: 'text/csv', records: 4, ...kept};
			const snapshot = {kind, endpoint: 'import_dashboards/', parts: [part], digest: kept.sha256, counts};
			return {snapshot, inventory, readBack: dashboards.readBack, openSide: openNoSide, release};
		},
	};
	const events: JobEvent[] = [];
	let lines: readonly string[] = [];
	const job = runJob(
		{
			source,
			integration: 'i',
			waitMs: 30_000,
			async decide(preview) {
				lines = planText(reportedPreview(preview), 50);
				return {kind: 'send', approval: undefined};
			},
		},
		{catalog: connect({address: parseAddress(url), token: 't', env: {}}), state},
		new AbortController().signal,
	);
	for await (const event of job) events.push(event);
	const [preview] = events.flatMap(event => (event.type === 'planned' ? [event.preview] : []));
	assert.deepEqual(preview?.plan.created, {dashboardGroups: 1, dashboards: 0, charts: 0});
	assert.deepEqual(preview?.plan.hidden, {dashboardGroups: 0, dashboards: 1, charts: 0});
	const [ending] = events.flatMap(event => (event.type === 'ended' ? [event.ending] : []));
	assert.deepEqual([ending?.outcome, ending?.exitCode, ending?.sync?.expected], ['confirmed', 0, 3]);
	assert.equal(
		ending?.message,
		'Confirmed: all 3 dashboard groups, dashboards and charts are in the catalog. Secoda has no list of edges, so these were not verified: 1 edge.',
	);
	const text = lines.find(line => line.includes('not compared'));
	assert.equal(text, '  not compared:      1 edge (not listed by Secoda)');
	assert.deepEqual(asked, ['tables', 'columns', 'tables', 'columns']);
});
