import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import {isDeepStrictEqual} from 'node:util';
import {parseAddress} from '../../source/catalog/address.ts';
import {connect} from '../../source/catalog/client.ts';
import {findUploadToRepeat} from '../../source/commands/rollback/find-upload.ts';
import type {Preview} from '../../source/job/events.ts';
import {runJob} from '../../source/job/job.ts';
import type {JobOptions} from '../../source/job/options.ts';
import {sumCounts} from '../../source/plan/counts.ts';
import type {Sandbox} from '../../source/sandbox/sandbox.ts';
import {defaultSwitches, type SandboxSwitches} from '../../source/sandbox/switches.ts';
import {Bundle} from '../../source/session/bundle.ts';
import {BundleSource} from '../../source/session/bundle-source.ts';
import {openState, type State} from '../../source/state/state.ts';
import {ask, edit, everyType, type Item, listed, start} from '../sandbox/client.ts';
import {temporaryFile, temporaryFolder} from '../support/folder.ts';
import {header, recordLine} from '../support/session.ts';
import {edgeLine} from '../support/upload-lines.ts';

/** Every setting of every switch other than its default, several at a time where they do not hide the effects of each other. */
const settings: ReadonlyArray<Partial<SandboxSwitches>> = [
	{},
	{revival: false},
	{staling: false},
	{missingEdges: 'kept'},
	{syncsFail: true},
	{
		answerBody: 'json-without-id',
		retryAfter: false,
		writesPerMinute: 999,
		uploadsCount: false,
		lastRunMoves: false,
		countKnown: false,
		missingLink: 'None',
		syncMs: 5,
		userAnswer: 'page',
	},
	{
		answerBody: 'empty',
		errorBody: 'parts',
		otherPartNames: 'taken',
		invalidLines: 'fail-sync',
		lineForm: 'strict',
		lineOrder: 'parents-first',
		impliedParents: true,
		edgeCycles: 'fail-sync',
	},
	{sharedIdentity: true, missingEdges: 'removed', edgesListed: false, marksListed: 'documented', markItems: 'objects'},
	{
		edgeEnds: 'from_entity',
		edgesManual: true,
		edgesFiltered: false,
		unsortedOrder: 'usage',
		listSort: 'ignored',
		maxPageSize: 2,
		propertyImport: 'never',
	},
	{listSort: 'refused', listCap: 3, cappedCount: 'all', propertyImport: 'always', marksListed: 'none'},
];

/** The paths of the files of an upload. */
type Files = readonly [string, ...string[]];

/** The files of two uploads, and the page that a person edits between them. */
type Case = {
	readonly first: Files;
	readonly second: Files;
	readonly edited: {readonly list: string; readonly title: string};
};

const row = (name: string, at: number, text = `text ${at}`) =>
	recordLine({name, col_name: `c${at}`, col_description: text, description: `about ${name}`});

async function csv(t: TestContext, ...rows: readonly string[]): Promise<Files> {
	return [await temporaryFile(t, [header, ...rows, ''].join('\n'))];
}

async function pair(t: TestContext, resources: readonly object[], edges: readonly object[]): Promise<Files> {
	const paths = [
		temporaryFile(t, lines(resources), 'resources.jsonl'),
		temporaryFile(t, lines(edges), 'lineage.jsonl'),
	];
	const [first = '', second = ''] = await Promise.all(paths);
	return [first, second];
}
const lines = (objects: readonly object[]) => objects.map(object => `${JSON.stringify(object)}\n`).join('');

const resources = everyType.toReversed();
const column = (id: string, text: string) => ({
	entity_type: 'column',
	databuilder_id: id,
	parent_databuilder_id: 'tab',
	title: id,
	type: 'int',
	description: text,
});

const cases: Readonly<Record<'csv' | 'jsonl', (t: TestContext) => Promise<Case>>> = {
	csv: async t => ({
		first: await csv(t, row('orders', 0), row('orders', 1), row('gone', 0)),
		second: await csv(t, row('orders', 0, 'changed'), row('added', 0)),
		edited: {list: 'table/columns', title: 'c1'},
	}),
	jsonl: async t => ({
		first: await pair(
			t,
			[...resources, column('gone', 'text'), column('left', 'text')],
			[edgeLine('gone', 'left'), edgeLine('left', 'col')],
		),
		second: await pair(
			t,
			[...resources, column('left', 'changed'), column('added', 'text')],
			[edgeLine('left', 'col'), edgeLine('added', 'col')],
		),
		edited: {list: 'table/columns', title: 'gone'},
	}),
};

/** Shows everything in the lists: those that an upload and a rollback read depend on the switches. */
const readable = ['marksListed', 'markItems', 'edgesListed', 'edgeEnds', 'edgesManual', 'edgesFiltered'] as const;
const unlimited = [
	'unsortedOrder',
	'listSort',
	'maxPageSize',
	'listCap',
	'cappedCount',
	'countKnown',
	'missingLink',
] as const;

/** Returns the pages that are not hidden, and the edges between them, without IDs of edges and times. */
async function shown(sandbox: Sandbox): Promise<readonly string[]> {
	const {switches} = sandbox;
	const asSet = {...switches};
	for (const name of [...readable, ...unlimited]) Object.assign(switches, {[name]: defaultSwitches[name]});
	const names = [
		'database/databases',
		'database/schemas',
		'table/tables',
		'table/columns',
		'dashboard/dashboards',
		'dashboard/charts',
	];
	const lists = await Promise.all(names.map(name => listed(sandbox, name)));
	const pages = lists.flat().filter(({archived}) => archived === false);
	const ids = pages.map(({id}) => String(id)).join(',');
	const {body} = await ask(sandbox, `/api/v1/lineage/manual/?to_entity__in=${ids}`);
	Object.assign(switches, asSet);
	const edges = (body.results ?? []).map(({from_entity_id, to_entity_id}) => ({from_entity_id, to_entity_id}));
	return [...pages.map(withoutTimes), ...edges].map(item => JSON.stringify(item)).sort();
}

function withoutTimes(item: Item): object {
	return Object.fromEntries(Object.entries(item).filter(([field]) => !/_at$|_time$|modified/.test(field)));
}

/** Uploads, lets a person add an owner, uploads other content, and rolls back. Returns what was shown before and after. */
async function rollBack(
	t: TestContext,
	state: State,
	{first, second, edited}: Case,
	switches: Partial<SandboxSwitches>,
) {
	const sandbox = await start(t, {switches: {writesPerMinute: 1000, ...switches}});
	const catalog = connect({address: parseAddress(sandbox.url), token: sandbox.token, env: {}});
	const {integration} = sandbox;
	const {signal} = new AbortController();
	const send = async (options: Pick<JobOptions, 'source' | 'rollbackOf'>): Promise<Preview> => {
		let planned: Preview | undefined;
		const decide: JobOptions['decide'] = ({plan}) => Promise.resolve({kind: 'send', approval: plan.id});
		const job = runJob({...options, integration, waitMs: 0, force: true, decide}, {catalog, state}, signal);
		for await (const event of job) if (event.type === 'planned') planned = event.preview;
		await sandbox.idle();
		assert.ok(planned !== undefined);
		return planned;
	};
	const sendFiles = async (files: Files) => {
		const bundle = await Bundle.open(files, signal);
		await send({source: new BundleSource(bundle)});
		await bundle.close();
	};
	await sendFiles(first);
	const page = (await listed(sandbox, edited.list)).find(({title}) => title === edited.title);
	if (page !== undefined) await edit(sandbox, edited.list, page.id, {owners: ['ann']});
	const before = await shown(sandbox);
	await sendFiles(second);
	const between = await shown(sandbox);
	const {entry, source} = findUploadToRepeat(state, {host: catalog.address.host, integration});
	const {rollback, plan} = await send({source, rollbackOf: entry.id});
	assert.ok(rollback !== undefined);
	return {before, between, after: await shown(sandbox), loss: rollback.loss, plan};
}

/** The plan of a rollback, and what the lists show before the second upload, after it, and after the rollback. */
type RolledBack = Awaited<ReturnType<typeof rollBack>>;

/** Returns whether the plan, or else the outcome, names what a rollback does not restore; `undefined` if it restores everything. */
function lossNamed({revival, staling, missingEdges}: SandboxSwitches, kind: string, {loss, plan}: RolledBack) {
	if (!revival) return loss.gone.pages > 0;
	// The outcome counts the pages that are still shown, and names the preference.
	if (!staling) return sumCounts(plan.hidden) > 0;
	if (kind === 'jsonl' && missingEdges === 'kept') return loss.edges?.from === 'secoda' && loss.edges.count === 1;
	return undefined;
}

test('the settings have every switch', () => {
	const names = new Set(settings.flatMap(some => Object.keys(some)));
	assert.deepEqual([...names].sort(), Object.keys(defaultSwitches).sort());
});

for (const [kind, prepare] of Object.entries(cases)) {
	test(`a rollback of ${kind} restores what Secoda showed with every setting of its switches, or reports the loss`, async t => {
		const files = await prepare(t);
		const state = await openState(await temporaryFolder(t));
		t.after(() => state.close());
		for (const some of settings) {
			const message = JSON.stringify(some);
			const result = await rollBack(t, state, files, some);
			const {before, between, after} = result;
			assert.equal(isDeepStrictEqual(between, before), some.syncsFail === true, message);
			const isNamed = lossNamed({...defaultSwitches, ...some}, kind, result);
			assert.equal(isDeepStrictEqual(after, before), isNamed === undefined, message);
			assert.ok(isNamed ?? true, message);
		}
	});
}
