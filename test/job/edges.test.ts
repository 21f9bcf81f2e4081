import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {parseAddress} from '../../source/catalog/address.ts';
import {connect} from '../../source/catalog/client.ts';
import {findResumable, resumeWatch} from '../../source/job/resume.ts';
import type {EdgeStatus} from '../../source/plan/edge-evidence.ts';
import {everyType, uploadLines} from '../sandbox/client.ts';
import {edgeLine, linesUploader, type SyncReading, type Uploaded} from '../support/upload-lines.ts';

const external = {
	from_identifier: {type: 'external_table', table: 'elsewhere'},
	to_identifier: {type: 'internal_resource', databuilder_id: 'tab'},
};
const two = [edgeLine('tab', 'dash'), edgeLine('col', 'chart')];
const three = [...two, edgeLine('tab', 'chart')];

/** The state and the numbers of edges: expected, found, new. */
function edgesOf({ending: {edges}}: Uploaded): readonly unknown[] {
	return edges === undefined ? [] : numbersOf(edges);
}

function numbersOf({state, counts: {expected, found, created}}: EdgeStatus): readonly unknown[] {
	return [state, expected, found, created];
}

const outcomeOf = ({ending: {outcome, exitCode}}: Uploaded) => [outcome, exitCode];
const confirmed = ['confirmed', 0];
const accepted = ['accepted', 0];
const unseen = ['unseen', 9];
/** True if nothing more is to be seen: all resources are found, and the edges are in this state. */
const untilEdges =
	(state: EdgeStatus['state'], found = 0) =>
	({counts, edges}: SyncReading) =>
		counts.missing === 0 && edges?.state === state && edges.counts.found === found;

describe('edges are read back', {concurrency: 4}, () => {
	for (const [edgeEnds, countKnown, edgesFiltered] of [
		['from_entity_id', true, true],
		['from_entity', true, false],
		['from_entity_id', false, true],
		['from_entity', false, false],
	] as const) {
		test(`new edges are seen, also in a second upload: ${edgeEnds}, countKnown ${countKnown}, edgesFiltered ${edgesFiltered}`, async t => {
			const {upload} = await linesUploader(t, {edgeEnds, countKnown, edgesFiltered});
			const first = await upload({resources: everyType, edges: [...two, external]});
			assert.deepEqual([outcomeOf(first), edgesOf(first)], [confirmed, ['complete', 2, 2, 2]]);
			assert.match(
				first.ending.message,
				/2 edges were seen, 2 of them new\. 1 edge with an external end cannot be read back\./,
			);
			const again = await upload({resources: everyType, edges: two});
			assert.deepEqual([outcomeOf(again), edgesOf(again)], [accepted, ['complete', 2, 2, 0]]);
			// Where only an edge is new, it is the evidence. A list without a count may have omitted it before.
			const more = await upload({resources: everyType, edges: three});
			const end = countKnown ? confirmed : accepted;
			assert.deepEqual([outcomeOf(more), edgesOf(more)], [end, ['complete', 3, 3, countKnown ? 1 : 0]]);
		});
	}

	test('a list without uploaded edges changes no outcome', async t => {
		const {upload} = await linesUploader(t, {edgesListed: false});
		const first = await upload({resources: everyType, edges: two}, untilEdges('not-listed'));
		assert.deepEqual([outcomeOf(first), edgesOf(first)], [confirmed, ['not-listed', 2, 0, 0]]);
		assert.match(first.ending.message, /Secoda lists none of the 2 edges, so they were not verified\./);
		const again = await upload({resources: everyType, edges: two}, untilEdges('not-listed'));
		assert.deepEqual([outcomeOf(again), edgesOf(again)], [accepted, ['not-listed', 2, 0, 0]]);
	});

	test('a list that fails changes no outcome, and is not needed for a plan', async t => {
		const uploader = await linesUploader(t);
		uploader.answerEdges = () => ({status: 404, body: {}});
		const first = await uploader.upload({resources: everyType, edges: two}, untilEdges('unread'));
		assert.deepEqual([outcomeOf(first), edgesOf(first)], [confirmed, ['unread', 0, 0, 0]]);
		assert.match(first.ending.message, /The edges could not be read back: The server does not know this request/);
		const again = await uploader.upload({resources: everyType, edges: two}, untilEdges('unread'));
		assert.deepEqual(outcomeOf(again), accepted);
		assert.match(again.preview.plan.edges?.problem ?? '', /404/);
	});

	test('edges that a person added are not evidence, and do not show that uploaded ones are listed', async t => {
		const uploader = await linesUploader(t, {edgesManual: true});
		const first = await uploader.upload({resources: everyType, edges: two});
		assert.deepEqual([outcomeOf(first), edgesOf(first)], [confirmed, ['complete', 2, 2, 0]]);
		const more = await uploader.upload({resources: everyType, edges: three});
		assert.deepEqual([outcomeOf(more), edgesOf(more)], [accepted, ['complete', 3, 3, 0]]);
		uploader.sandbox.switches.missingEdges = 'kept';
		uploader.answerEdges = withoutNew(uploader.sandbox.model.edges.get(uploader.sandbox.integration) ?? []);
		const last = await uploader.upload(
			{resources: everyType, edges: [...three, edgeLine('s', 'chart')]},
			untilEdges('not-listed', 3),
		);
		assert.deepEqual([outcomeOf(last), edgesOf(last)], [accepted, ['not-listed', 4, 3, 0]]);
		assert.match(last.ending.message, /Secoda lists only edges that people added \(3 of 4\)/);
	});

	test('an edge that is missing after the wait makes the upload unseen; it can be watched again', async t => {
		const uploader = await linesUploader(t);
		const {sandbox, state} = uploader;
		await uploader.upload({resources: everyType, edges: two});
		uploader.answerEdges = withoutNew(sandbox.model.edges.get(sandbox.integration) ?? []);
		const more = await uploader.upload({resources: everyType, edges: three}, untilEdges('incomplete', 2));
		assert.deepEqual([outcomeOf(more), edgesOf(more)], [unseen, ['incomplete', 3, 2, 0]]);
		assert.match(more.ending.message, /Only 2 of 3 edges were seen\./);
		const upload = findResumable(state, more.ending.entry ?? 0);
		assert.ok(upload !== undefined);
		const catalog = connect({address: parseAddress(sandbox.url), token: sandbox.token, env: {}});
		const services = {openCatalog: () => Promise.resolve(catalog), state};
		for await (const event of resumeWatch({upload, waitMs: 30_000}, services, new AbortController().signal)) {
			if (event.type !== 'ended') continue;
			assert.equal(event.ending.outcome, 'confirmed', event.ending.message);
			assert.deepEqual(event.ending.edges && numbersOf(event.ending.edges), ['complete', 3, 3, 1]);
		}
	});

	test('a new edge is evidence of an upload without a clear response; edges that were there before are not', async t => {
		const uploader = await linesUploader(t);
		await uploader.upload({resources: everyType, edges: two});
		uploader.uploadStatus = 500;
		const same = await uploader.upload({resources: everyType, edges: two});
		assert.deepEqual(
			[outcomeOf(same), edgesOf(same)],
			[
				['unknown', 6],
				['complete', 2, 2, 0],
			],
		);
		assert.deepEqual(outcomeOf(await uploader.upload({resources: everyType, edges: three})), confirmed);
	});

	test('edges are not read back before all resources are there', async t => {
		const {upload} = await linesUploader(t, {syncsFail: true});
		const {ending} = await upload({resources: everyType, edges: two}, ({edges}) => edges !== undefined);
		assert.deepEqual([ending.outcome, ending.edges?.state], ['unseen', 'unread']);
		assert.match(ending.message, /The edges were not read back\./);
	});

	test('an upload without a lineage file asks for no edges', async t => {
		const {upload, edgeRequests} = await linesUploader(t);
		const {preview, ending} = await upload({resources: everyType});
		assert.deepEqual([preview.plan.edges, ending.edges, edgeRequests.length], [undefined, undefined, 0]);
	});

	test('edges to resources without a listed page are counted and cannot be read back', async t => {
		const {upload} = await linesUploader(t);
		const uploaded = await upload({
			resources: everyType,
			edges: [...two, edgeLine('group', 'chart'), edgeLine('no', 'tab')],
		});
		assert.deepEqual([outcomeOf(uploaded), edgesOf(uploaded)], [confirmed, ['complete', 2, 2, 2]]);
		assert.match(uploaded.ending.message, /2 edges cannot be read back/);
	});
});

describe('edges in the plan', {concurrency: 4}, () => {
	for (const missingEdges of ['kept', 'removed', 'removed-with-file'] as const) {
		test(`edges of the file and others are counted, missingEdges ${missingEdges}`, async t => {
			const {upload} = await linesUploader(t, {missingEdges});
			const first = await upload({resources: everyType, edges: [...two, external]});
			const {edges: firstEdges, file} = first.preview.plan;
			assert.deepEqual([file['edges'], file['edgesWithExternalEnds']], [2, 1]);
			assert.deepEqual(firstEdges, {
				file: 3,
				external: 1,
				sample: 2,
				listed: 0,
				unlisted: 2,
				notInFile: 0,
				problem: undefined,
			});
			const other = [edgeLine('tab', 'dash'), edgeLine('tab', 'chart')];
			const {listed, unlisted, notInFile} =
				(await upload({resources: everyType, edges: other})).preview.plan.edges ?? {};
			assert.deepEqual([listed, unlisted, notInFile], [1, 1, 1]);
			const last = (await upload({resources: everyType, edges: other})).preview.plan.edges;
			assert.deepEqual([last?.listed, last?.notInFile], [2, missingEdges === 'kept' ? 1 : 0]);
		});
	}

	test('the id of a plan does not depend on edges', async t => {
		const {upload} = await linesUploader(t);
		await upload({resources: everyType, edges: two});
		const {preview} = await upload({resources: everyType, edges: two});
		const other = await upload({resources: everyType, edges: three});
		assert.equal(other.preview.plan.id, preview.plan.id);
	});
});

test('many edges are read back as a sample, with few requests', async t => {
	const columns = Array.from({length: 1500}, (_, at) => ({
		entity_type: 'column',
		databuilder_id: `c${at}`,
		parent_databuilder_id: 'tab',
		title: `c${at}`,
	}));
	const edges = columns.flatMap(({databuilder_id: id}) => [edgeLine(id, 'chart'), edgeLine('tab', id)]);
	const {upload, edgeRequests} = await linesUploader(t);
	const uploaded = await upload({resources: [...everyType, ...columns], edges});
	const {counts} = uploaded.ending.edges ?? {};
	assert.deepEqual([counts?.file, counts?.sample, counts?.expected, counts?.found], [3000, 1000, 1000, 1000]);
	assert.deepEqual(outcomeOf(uploaded), confirmed);
	assert.match(uploaded.ending.message, /A sample of 1,000 of the 3,000 edges was read back: 1,000 were seen/);
	assert.equal(
		edgeRequests.some(pages => pages > 50),
		false,
	);
	edgeRequests.length = 0;
	const again = await upload({resources: [...everyType, ...columns], edges});
	assert.equal(again.preview.plan.edges?.notInFile, undefined, 'the integration has too many pages');
	assert.ok(edgeRequests.length <= 60, String(edgeRequests.length));
});

test('a page with very many edges ends the reading, and the rest is not compared', async t => {
	const uploader = await linesUploader(t);
	await uploader.upload({resources: everyType, edges: two});
	uploader.edgeRequests.length = 0;
	let page = 0;
	uploader.answerEdges = () => ({
		status: 200,
		body: {
			links: {next: `/?page=${++page + 1}`},
			count: 10_000_000,
			results: Array.from({length: 100}, (_, at) => ({
				id: `${page} ${at}`,
				from_entity_id: `${page} ${at}`,
				to_entity_id: 'x',
				is_manual: false,
			})),
		},
	});
	const uploaded = await uploader.upload({resources: everyType, edges: two});
	assert.deepEqual([outcomeOf(uploaded), edgesOf(uploaded)], [accepted, ['not-compared', 0, 0, 0]]);
	assert.match(uploaded.ending.message, /2 edges cannot be read back: .*too many edges/);
	assert.equal(uploader.edgeRequests.length, 120, 'the limit of two readings');
});

test('edges with ends of other uploads are found by the pages of this integration only', async t => {
	const {upload, sandbox} = await linesUploader(t);
	const other = sandbox.model.addIntegration('Other', 'custom').id;
	await uploadLines(sandbox, everyType, [edgeLine('tab', 'dash')], other);
	const uploaded = await upload({resources: everyType, edges: two});
	assert.deepEqual(edgesOf(uploaded), ['complete', 2, 2, 2]);
	assert.equal(uploaded.preview.plan.edges?.notInFile, 0);
});

/** Returns an answer without edges that are not among these. */
function withoutNew(known: ReadonlyArray<{readonly id: string}>) {
	const ids = new Set(known.map(({id}) => id));
	return ({status, body}: {readonly status: number; readonly body: unknown}) => {
		const {results = [], ...rest} = body as {readonly results?: ReadonlyArray<{readonly id: string}>};
		const kept = results.filter(({id}) => ids.has(id));
		return {status, body: {...rest, results: kept, count: kept.length}};
	};
}
