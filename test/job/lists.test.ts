import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import {parseAddress} from '../../source/catalog/address.ts';
import {connect} from '../../source/catalog/client.ts';
import type {Ending} from '../../source/job/ending.ts';
import type {Preview} from '../../source/job/events.ts';
import {runJob} from '../../source/job/job.ts';
import {lineageEndpoint, resourcesEndpoint} from '../../source/kinds/json/upload-endpoint.ts';
import type {EntityType, ReadBackList} from '../../source/kinds/resources.ts';
import {countsOf} from '../../source/plan/counts.ts';
import {Inventory} from '../../source/plan/inventory.ts';
import {digestOf, type SnapshotSource} from '../../source/plan/snapshot.ts';
import {type Sandbox, startSandbox} from '../../source/sandbox/sandbox.ts';
import type {SandboxSwitches} from '../../source/sandbox/switches.ts';
import {openState} from '../../source/state/state.ts';
import {everyType} from '../sandbox/client.ts';
import {idKey} from '../support/dashboards.ts';
import {temporaryFolder} from '../support/folder.ts';
import {openNoSide} from '../support/plans.ts';

const type = (singular: string): EntityType => ({singular, plural: `${singular}s`, isPlain: true});
const [group, edge] = [type('dashboard group'), type('edge')];
/** The types by `entity_type`, and the list of each. */
const listed: ReadonlyMap<string, readonly [EntityType, ReadBackList['name']]> = new Map([
	['database', [type('database'), 'databases']],
	['schema', [type('schema'), 'schemas']],
	['table', [type('table'), 'tables']],
	['column', [type('column'), 'columns']],
	['dashboard', [type('dashboard'), 'dashboards']],
	['chart', [type('chart'), 'charts']],
]);
const entities = [...Array.from(listed.values(), ([entity]) => entity), group, edge];
const readBack = Array.from(
	listed.values(),
	([entity, name]): ReadBackList => ({
		name,
		entities: [entity],
		implied: [],
		resources: ({databuilderId: id, title}) => (id === undefined ? [] : [{entity, key: idKey(id), name: [title]}]),
	}),
);

type Resource = {readonly entity_type: string; readonly databuilder_id: string};

/** Returns the source of a snapshot with resources and an edge. */
function sourceOf(resources: readonly Resource[]): SnapshotSource {
	const inventory = new Inventory(entities);
	for (const {entity_type, databuilder_id} of resources)
		inventory.add(listed.get(entity_type)?.[0] ?? group, idKey(databuilder_id));
	inventory.add(edge, idKey('tab > dash'));
	const files = [
		[resourcesEndpoint, resources],
		[lineageEndpoint, [{from_databuilder_id: 'tab', to_databuilder_id: 'dash'}]],
	] as const;
	return {
		path: 'resources.jsonl',
		paths: ['resources.jsonl'],
		problem: undefined,
		warnings: 0,
		notSent: [],
		writtenAt: () => Promise.resolve(undefined),
		async take(store) {
			const kept = files.map(async ([{part, contentType}, lines]) => {
				const writer = await store.create();
				await writer.write(Buffer.from(lines.map(line => `${JSON.stringify(line)}\n`).join('')));
				return {kind: 'x', part, name: part, contentType, records: lines.length, ...(await writer.commit())};
			});
			const parts = await Promise.all(kept);
			const counts = countsOf(entities, entity => inventory.of(entity).count);
			const {endpoint} = resourcesEndpoint;
			return {
				snapshot: {kind: 'x', endpoint, parts, digest: digestOf(parts), counts},
				inventory,
				readBack,
				openSide: openNoSide,
				release: () => parts.map(part => part.release()),
			};
		},
	};
}

async function start(t: TestContext, switches: Partial<SandboxSwitches>) {
	const sandbox = await startSandbox({switches: {syncMs: 0, ...switches}});
	t.after(() => sandbox.close());
	const state = await openState(await temporaryFolder(t));
	t.after(() => state.close());
	return (resources: readonly Resource[]) => upload(sandbox, state, resources);
}

/** Uploads resources and an edge, and waits for the sync. */
async function upload(sandbox: Sandbox, state: Awaited<ReturnType<typeof openState>>, resources: readonly Resource[]) {
	const catalog = connect({address: parseAddress(sandbox.url), token: sandbox.token, env: {}});
	let preview: Preview | undefined;
	let ending: Ending | undefined;
	const {integration} = sandbox;
	const job = runJob(
		{
			source: sourceOf(resources),
			integration,
			waitMs: 30_000,
			force: true,
			decide: ({plan}) => Promise.resolve({kind: 'send', approval: plan.id}),
		},
		{catalog, state},
		new AbortController().signal,
	);
	for await (const event of job) {
		if (event.type === 'planned') ({preview} = event);
		if (event.type === 'ended') ({ending} = event);
	}

	const {created, hidden} = preview?.plan ?? {};
	return {created, hidden, outcome: ending?.outcome, message: ending?.message};
}

const zero = {databases: 0, schemas: 0, tables: 0, columns: 0, dashboards: 0, charts: 0};
const unlisted =
	'Secoda has no list of dashboard groups and edges, so these were not verified: 1 dashboard group, 1 edge.';

test('resources of every type are planned, sent and confirmed in their own lists', async t => {
	const send = await start(t, {});
	assert.deepEqual(await send(everyType), {
		created: {...zero, databases: 1, schemas: 1, tables: 1, columns: 2, dashboards: 1, charts: 1},
		hidden: zero,
		outcome: 'confirmed',
		message: `Confirmed: all 7 databases, schemas, tables, columns, dashboards and charts are in the catalog. ${unlisted}`,
	});
	const again = await send(everyType);
	assert.deepEqual([again.created, again.hidden, again.outcome], [zero, zero, 'accepted']);
	const fewer = everyType.filter(({databuilder_id: id}) => id !== 'chart' && id !== 'nested');
	assert.deepEqual(await send(fewer), {
		created: zero,
		hidden: {...zero, columns: 1, charts: 1},
		outcome: 'confirmed',
		message: `Confirmed: all 5 databases, schemas, tables, columns and dashboards are in the catalog. ${unlisted}`,
	});
});

test('without totals, new resources are evidence too', async t => {
	const send = await start(t, {countKnown: false});
	assert.equal((await send(everyType)).outcome, 'confirmed');
	assert.equal((await send(everyType)).outcome, 'accepted');
});
