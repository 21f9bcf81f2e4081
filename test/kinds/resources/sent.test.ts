import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import test, {type TestContext} from 'node:test';
import {parseAddress} from '../../../source/catalog/address.ts';
import {connect} from '../../../source/catalog/client.ts';
import type {JobEvent} from '../../../source/job/events.ts';
import {runJob} from '../../../source/job/job.ts';
import {resources} from '../../../source/kinds/resources/resources-kind.ts';
import {emptyInventory, type Inventory} from '../../../source/plan/inventory.ts';
import {Bundle} from '../../../source/session/bundle.ts';
import {BundleSource} from '../../../source/session/bundle-source.ts';
import {Session} from '../../../source/session/session.ts';
import {readInventory} from '../../../source/snapshot/read-inventory.ts';
import {openState} from '../../../source/state/state.ts';
import {start} from '../../sandbox/client.ts';
import {temporaryFile, temporaryFolder} from '../../support/folder.ts';
import {contentsOf} from '../../support/resources.ts';

const {signal} = new AbortController();

const lines = [
	'{"entity_type":"database", "databuilder_id":"shop","title" : "shop", "x":1e400}',
	'',
	'{"entity_type": "schema", "databuilder_id": "shop.sales", "parent_databuilder_id": "shop", "title": "s\\u0061les"}\r',
	' {"entity_type": "table", "databuilder_id": "shop.sales.Größe", "Title": "G", "schema": "sales", "database": "shop"} ',
	' \t',
	'{"entity_type": "column", "databuilder_id": "shop.sales.Größe.id", "parent_databuilder_id": "shop.sales.Größe", "sort_order": "1"}',
	'{"entity_type": "dashboard", "databuilder_id": "d", "is_pk": false, "group": "Sales"}\r',
	'{"entity_type": "chart", "databuilder_id": "c\\ud83d\\ude00", "parent_databuilder_id": "d", "product": "Looker", "owners": []}',
];

async function openLines(t: TestContext): Promise<Session> {
	const session = await Session.open(await temporaryFile(t, `\uFEFF${lines.join('\n')}`, 'resources.jsonl'), signal, {
		purpose: 'upload',
	});
	t.after(() => session.close());
	assert.equal(session.kind, resources);
	return session;
}

async function sent(session: Session): Promise<{readonly text: string; readonly inventory: Inventory}> {
	const inventory = emptyInventory([resources]);
	const add = session.resources(inventory);
	const pieces: Buffer[] = [];
	for await (const piece of session.canonical(add, signal)) pieces.push(Buffer.from(piece));
	return {text: Buffer.concat(pieces).toString(), inventory};
}

test('each line is sent with its bytes, edited values in place, with LF at its end and nothing else', async t => {
	const session = await openLines(t);
	assert.equal(session.fixAll('safe')?.changes.length, 2);
	session.setCell(1, 3, 'The "shop"');
	session.toggleSkipped(7);
	const {text} = await sent(session);
	assert.equal(
		text,
		[
			'{"entity_type":"database", "databuilder_id":"shop","title" : "The \\"shop\\"", "x":1e400}',
			lines[2]?.trimEnd(),
			lines[3]?.replace('Title', 'title'),
			lines[5]?.replace('"1"', '1'),
			lines[7],
			'',
		].join('\n'),
	);
});

test('the inventory of the open file is that of the bytes that are sent', async t => {
	const session = await openLines(t);
	session.setCell(6, 0, 'shop.sales.Größe.key');
	session.fixAll('safe');
	const {text, inventory} = await sent(session);
	const path = await temporaryFile(t, text);
	const read = await readInventory([{path, kind: resources}], signal);
	for (const entity of resources.entities) {
		const keys = inventory.of(entity).sortedKeys();
		assert.deepEqual(read.of(entity).sortedKeys(), keys, entity.plural);
	}

	assert.deepEqual(contentsOf(inventory), contentsOf(read));

	// The table has no parent, so a database with this name belongs to it.
	const isImplied = (name: 'databases' | 'schemas', title: string, from: Inventory) =>
		resources.readBack
			.filter(list => list.name === name)
			.flatMap(list => list.resources({id: '1', databuilderId: 'Secoda/1', title, archived: false}))
			.some(page => from.implies(page));
	for (const from of [inventory, read]) {
		assert.deepEqual([isImplied('databases', 'SHOP ', from), isImplied('schemas', 'sales', from)], [true, true]);
		assert.deepEqual([isImplied('databases', 'sales', from), isImplied('schemas', 'shop', from)], [false, false]);
	}

	const counts = resources.entities.map(entity => inventory.of(entity).count);
	assert.deepEqual(counts, [1, 1, 1, 1, 0, 1, 1]);
	await writeFile(path, text.replace('{"entity_type":"database"', '{"entity_type":"schema"'));
	const other = await readInventory([{path, kind: resources}], signal);
	assert.deepEqual(
		resources.entities.map(entity => other.of(entity).count),
		[0, 2, 1, 1, 0, 1, 1],
	);
});

test('lines are not read again if the file is exactly what is sent', async t => {
	const line = '{"entity_type": "database", "databuilder_id": "d", "title": "D"}';
	const other = line.replaceAll('"d"', '"e"');
	const files: ReadonlyArray<readonly [text: string, isUnread: boolean]> = [
		[`${line}\n${other}\n`, true],
		[`\uFEFF${line}\n${other}\n`, false],
		[`${line}\r\n${other}\n`, false],
		[`${line}\n \n${other}\n`, false],
		[`${line}\n${other}`, false],
	];
	for (const [text, isUnread] of files) {
		const path = await temporaryFile(t, text, 'resources.jsonl');
		const session = await Session.open(path, signal, {purpose: 'upload'});
		const {inventory} = await sent(session);
		const unread = session.unread();
		assert.equal(unread !== undefined, isUnread, JSON.stringify(text));
		const again = emptyInventory([resources]);
		unread?.(session.resources(again));
		if (isUnread) assert.deepEqual(contentsOf(again), contentsOf(inventory));
		session.setCell(1, 3, 'New');
		assert.equal(session.unread(), undefined);
		await session.close();
	}

	const checked = await Session.open(await temporaryFile(t, `${line}\n`, 'resources.jsonl'), signal);
	assert.equal(checked.unread(), undefined, 'its check has read no contents');
	await checked.close();
});

test('it is planned, sent as what Secoda takes, and confirmed', async t => {
	const session = await openLines(t);
	session.fixAll('safe');
	assert.equal(session.isValid, true);
	const sandbox = await start(t);
	const events: JobEvent[] = [];
	const job = runJob(
		{
			source: new BundleSource(new Bundle(session)),
			integration: sandbox.integration,
			waitMs: 10_000,
			decide: () => Promise.resolve({kind: 'send', approval: undefined}),
		},
		{
			catalog: connect({address: parseAddress(sandbox.url), token: sandbox.token}),
			state: await openState(await temporaryFolder(t)),
		},
		signal,
	);
	for await (const event of job) events.push(event);
	const [preview] = events.flatMap(event => (event.type === 'planned' ? [event.preview] : []));
	assert.deepEqual(preview?.plan.created, {databases: 1, schemas: 1, tables: 1, columns: 1, dashboards: 1, charts: 1});
	const [ending] = events.flatMap(event => (event.type === 'ended' ? [event.ending] : []));
	assert.deepEqual([ending?.outcome, ending?.exitCode], ['confirmed', 0]);
	assert.equal(sandbox.uploads.length, 1);
});
