import assert from 'node:assert/strict';
import test from 'node:test';
import type {Bundle} from '../../../source/session/bundle.ts';
import {edgeLine, LineageDesk, openFiles, tableLine} from '../../support/lineage-desk.ts';
import {ReviewDesk} from '../../support/review-desk.ts';
import {header, recordLine} from '../../support/session.ts';

const external = {type: 'external_table', table: 't'};
const resources = [tableLine('a'), tableLine('b'), tableLine('c')].join('');
const edges = [edgeLine('a', 'b'), edgeLine(external, 'b'), edgeLine('b', external), edgeLine(external, external)].join(
	'',
);
const both = {'resources.jsonl': resources, 'lineage.jsonl': `${edges}{"from_identifier": 1}\n`};

/** Returns a desk for each file. */
function desks({sessions}: Bundle): readonly ReviewDesk[] {
	return sessions.map(
		session =>
			new ReviewDesk(
				session,
				undefined,
				sessions.filter(other => other !== session),
			),
	);
}

test('L on a resource shows its lineage, also without edges', async t => {
	const [desk] = desks(await openFiles(t, both));
	desk?.press('L', 'G', 'L');
	assert.deepEqual(desk?.asked, ['show-lineage 1: a', 'show-lineage 0: c']);
});

test('L on an edge starts at its source, at the end that is selected, or at the only resource', async t => {
	const [, desk] = desks(await openFiles(t, {...both, 'lineage.jsonl': edges}));
	desk?.press('L', 'end', 'L', 'home', 'down', 'L', 'end', 'down', 'L', 'home', 'down', 'L');
	assert.deepEqual(desk?.asked, [
		'show-lineage 1: a',
		'show-lineage 3: b',
		'show-lineage 3: b',
		'show-lineage 3: b',
		'show-lineage 2: table',
	]);
});

test('L on a row that describes nothing shows the reason', async t => {
	const [first, second] = desks(await openFiles(t, {...both, 'resources.jsonl': `${resources}[]\n`}));
	for (const desk of [first, second]) {
		desk?.press('G', 'L');
		assert.deepEqual([desk?.asked, desk?.state.notice?.tone], [[], 'info']);
		assert.match(desk?.state.notice?.text ?? '', /row \d|Row \d/);
	}
});

test('L needs a file with edges, and a CSV has none', async t => {
	for (const [name, content, reason] of [
		['resources.jsonl', resources, /lineage\.jsonl/],
		['warehouse.csv', `${header}\n${recordLine()}\n`, /CSV.*convert/],
	] as const) {
		const [desk] = desks(await openFiles(t, {[name]: content}));
		desk?.press('L');
		assert.deepEqual(desk?.asked, []);
		assert.match(desk?.state.notice?.text ?? '', reason);
	}
});

test('the lineage has the edits that are not saved, in both files', async t => {
	const bundle = await openFiles(t, both);
	const [resourceDesk, edgeDesk] = desks(bundle);
	resourceDesk?.press('end', 'e', 'x', 'enter');
	edgeDesk?.press('m', '1');
	assert.equal(new LineageDesk(bundle, 'a').tree()[2], '   Downstream: none');
	edgeDesk?.press('u');
	const downstream = () => new LineageDesk(bundle, 'a').tree()[3];
	assert.equal(downstream(), '   └─ b  table');
	const session = edgeDesk?.session;
	session?.setCell(1, session.header.labels.indexOf('to_identifier.databuilder_id'), 'c');
	assert.equal(downstream(), '   └─ c  table');
});
