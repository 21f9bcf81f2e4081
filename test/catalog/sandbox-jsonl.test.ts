import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import test, {type TestContext} from 'node:test';
import {parseAddress} from '../../source/catalog/address.ts';
import {connect} from '../../source/catalog/client.ts';
import type {CatalogListName} from '../../source/catalog/lists.ts';
import {lineageEndpoint, resourcesEndpoint} from '../../source/kinds/json/upload-endpoint.ts';
import {startSandbox} from '../../source/sandbox/sandbox.ts';
import type {SandboxSwitches} from '../../source/sandbox/switches.ts';
import {everyType} from '../sandbox/client.ts';
import {json, serve, sha256} from '../support/fault-server.ts';
import {temporaryFile} from '../support/folder.ts';

const {signal} = new AbortController();
const lines = (objects: readonly object[]) =>
	Buffer.from(objects.map(object => `${JSON.stringify(object)}\n`).join(''));
const resources = lines(everyType);
const edges = lines([{from_databuilder_id: 'tab', to_databuilder_id: 'dash'}]);

async function start(t: TestContext, switches: Partial<SandboxSwitches>) {
	const sandbox = await startSandbox({switches: {syncMs: 0, ...switches}});
	t.after(() => sandbox.close());
	const catalog = connect({address: parseAddress(sandbox.url), token: sandbox.token});
	/** Uploads resources and, if they are given, edges. */
	const upload = async (...files: readonly Buffer[]) => {
		const parts = files.map(async (content, at) => {
			const {part, contentType} = at === 0 ? resourcesEndpoint : lineageEndpoint;
			const path = await temporaryFile(t, content);
			return {part, name: `${part}.jsonl`, contentType, path, bytes: content.length};
		});
		const progress: Array<readonly [number, number]> = [];
		const answer = await catalog.upload(
			sandbox.integration,
			{endpoint: resourcesEndpoint.endpoint, parts: await Promise.all(parts)},
			{
				signal,
				onProgress: (sent, total) => progress.push([sent, total]),
				onWait: () => assert.fail('nothing to wait for'),
			},
		);
		await sandbox.idle();
		return {answer, progress};
	};
	return {sandbox, catalog, upload};
}

for (const switches of [
	{missingLink: 'None', countKnown: false, answerBody: 'empty', userAnswer: 'page'},
	{missingLink: null, countKnown: true, answerBody: 'json', userAnswer: 'user'},
] as const) {
	test(`JSON Lines of the client against the sandbox, ${JSON.stringify(switches)}`, async t => {
		const {sandbox, catalog, upload} = await start(t, switches);
		await catalog.tokenOwner(signal);
		const {answer, progress} = await upload(resources, edges);
		assert.equal(answer.kind, 'taken');
		const total = resources.length + edges.length;
		assert.deepEqual(progress.at(-1), [total, total], 'progress is of both files together');
		assert.deepEqual(
			sandbox.uploads.map(({parts}) => parts.map(({part, sha256}) => [part, sha256])),
			[
				[
					['resources_file', sha256(resources)],
					['lineages_file', sha256(edges)],
				],
			],
		);
		assert.equal((await upload(resources)).answer.kind, 'taken', 'the edges are optional');
		assert.deepEqual([sandbox.syncs.map(({status}) => status)], [['done', 'done']]);
		const ids: Partial<Record<CatalogListName, readonly unknown[]>> = {};
		for (const name of ['databases', 'schemas', 'tables', 'columns', 'dashboards', 'charts'] as const) {
			for await (const {items, expected} of catalog.list(name, sandbox.integration, signal)) {
				assert.equal(expected, switches.countKnown ? items.length : undefined);
				ids[name] = items.map(({databuilderId, title, archived}) => [databuilderId, title, archived]).sort();
			}
		}

		assert.deepEqual(ids, {
			databases: [['d', 'DB', false]],
			schemas: [['s', 'sales', false]],
			tables: [['tab', 'orders', false]],
			columns: [
				['col', 'amount', false],
				['nested', 'cents', false],
			],
			dashboards: [['dash', 'Sales', false]],
			charts: [['chart', 'Revenue', false]],
		});
	});
}

test('a rejected file is named, whatever the shape of the error', async t => {
	const {sandbox, upload} = await start(t, {});
	const bad = lines([{entity_type: 'view'}]);
	const rejected = async () => {
		const {answer} = await upload(resources, bad);
		assert.ok(answer.kind === 'refused');
		return [answer.error.problem, answer.error.hint];
	};
	const reason = 'line 1: from_identifier is not an object';
	assert.deepEqual(await rejected(), [
		`Secoda rejected the request (400). Response: {"detail":"lineages_file: ${reason}"}`,
		'Correct what the response names, then retry.',
	]);
	sandbox.switches.errorBody = 'parts';
	assert.deepEqual(await rejected(), ['Secoda rejected "lineages_file" (400).', `Correct this, then retry: ${reason}`]);
	assert.deepEqual(sandbox.uploads, []);
});

test('a page without a databuilder ID was not uploaded; a list without them cannot be read', async t => {
	let item: object = {id: '1', title: 'By hand', databuilder_id: null};
	const {url} = await serve(t, (_request, response) => json(response, {links: {}, count: 1, results: [item]}));
	const catalog = connect({address: parseAddress(url), token: 't', env: {}});
	const read = async () => (await catalog.list('dashboards', 'i', signal).next()).value?.items;
	const [page] = (await read()) ?? [];
	assert.deepEqual([page?.databuilderId, page?.title, page?.archived], [undefined, 'By hand', false]);
	item = {id: '1', title: 'No identity'};
	await assert.rejects(read, {code: 'unexpected-answer', problem: 'The response does not contain valid dashboards.'});
});

for (const switches of [
	{edgesListed: true, edgeEnds: 'from_entity_id', edgesManual: false},
	{edgesListed: true, edgeEnds: 'from_entity', edgesManual: true},
	{edgesListed: false, edgeEnds: 'from_entity_id'},
] as const) {
	test(`lists the edges that end at pages, ${JSON.stringify(switches)}`, async t => {
		const {sandbox, catalog, upload} = await start(t, switches);
		await upload(resources, Buffer.concat([edges, lines([{from_databuilder_id: 'col', to_databuilder_id: 'chart'}])]));
		const idOf = (id: string) => sandbox.model.resources.get(sandbox.integration)?.get(id)?.id ?? '';
		const listed: Array<readonly unknown[]> = [];
		for await (const {items} of catalog.edges([idOf('dash'), randomUUID()], signal))
			listed.push(...items.map(({fromId, toId, isManual}) => [fromId, toId, isManual]));
		assert.deepEqual(listed, switches.edgesListed ? [[idOf('tab'), idOf('dash'), switches.edgesManual]] : []);
	});
}

test('an edge without an end is an error, because it would look like one that is missing', async t => {
	const {url} = await serve(t, (_request, response) =>
		json(response, {links: {}, count: 1, results: [{from_entity_id: 'a', to_entity: {id: 'b'}}]}),
	);
	const catalog = connect({address: parseAddress(url), token: 't', env: {}});
	await assert.rejects(() => catalog.edges(['a'], signal).next(), {code: 'unexpected-answer'});
});
