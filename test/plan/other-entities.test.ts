import assert from 'node:assert/strict';
import test from 'node:test';
import {endingOfWatch} from '../../source/job/endings-after-send.ts';
import type {EntityType, NamedResource} from '../../source/kinds/resources.ts';
import type {Baseline} from '../../source/plan/baseline.ts';
import {decodeBaseline, encodeBaseline} from '../../source/plan/baseline-bytes.ts';
import {baselineFlags, CatalogComparison} from '../../source/plan/comparison.ts';
import {pluralNames, singularNames} from '../../source/plan/entity-names.ts';
import {assessEvidence, type Evidence} from '../../source/plan/evidence.ts';
import {defaultLimits, guard} from '../../source/plan/guard.ts';
import {reasonText} from '../../source/plan/guard-texts.ts';
import {Listings} from '../../source/plan/listings.ts';
import {expectedEntities, makePlan, unlistedResources} from '../../source/plan/plan.ts';
import {planJson} from '../../source/report/plan/json.ts';
import {countsText} from '../../source/report/plan.ts';
import {chart, dashboard, dashboards, edge, group, inventoryWith, named} from '../support/dashboards.ts';
import {side} from '../support/plans.ts';

const target = {host: 'h', integration: 'i', kind: 'dashboards'};
const inFile = [
	named(group, 'sales'),
	named(dashboard, 'orders'),
	named(dashboard, 'new'),
	named(chart, 'per day'),
	named(edge, 'orders -> per day'),
];
const inventory = inventoryWith(inFile);

/** A row of the first list (groups and dashboards) or of the second (charts); `-id` is archived. */
type Row = readonly [entity: EntityType, id: string];

/** Compares the file with a catalog that lists these rows and counts them. */
function compare(rows: readonly Row[], baseline?: Baseline): CatalogComparison {
	return fill(new CatalogComparison(inventory, dashboards.readBack, {baseline}), rows);
}

/** Compares a file with these resources. */
function compareWith(resources: readonly NamedResource[], rows: readonly Row[]): CatalogComparison {
	return fill(new CatalogComparison(inventoryWith(resources), dashboards.readBack), rows);
}

function fill(comparison: CatalogComparison, rows: readonly Row[]): CatalogComparison {
	for (const [list, entities] of [[dashboard, group], [chart]].entries()) {
		const listed = rows.filter(([entity]) => entities.includes(entity));
		comparison.listings.at(list).startPage(listed.length);
		for (const [entity, text] of listed) {
			const id = text.replace('-', '');
			const implied = entity === chart ? [named(dashboard, 'orders')] : [];
			// A dashboard and a chart may have the same id.
			comparison.add(list, {id, archived: text.startsWith('-'), resources: [named(entity, id), ...implied]});
		}
	}

	return comparison;
}

const shown: readonly Row[] = [
	[group, 'sales'],
	[dashboard, 'orders'],
	[dashboard, 'old'],
	[chart, 'per day'],
	[chart, 'old'],
];

test('counts and names resources of any type in a plan, and omits those that no list shows', () => {
	const plan = makePlan(compare(shown), {target, side});
	const {file, catalog, created, kept, hidden} = plan;
	assert.deepEqual(file, {dashboardGroups: 1, dashboards: 2, charts: 1, edges: 1});
	assert.deepEqual(catalog, {dashboardGroups: 1, dashboards: 2, charts: 2});
	assert.deepEqual(created, {dashboardGroups: 0, dashboards: 1, charts: 0});
	assert.deepEqual(kept, {dashboardGroups: 1, dashboards: 1, charts: 1});
	assert.deepEqual(hidden, {dashboardGroups: 0, dashboards: 1, charts: 1});
	assert.equal(countsText(plan, hidden), '0 dashboard groups, 1 dashboard, 1 chart');
});

test('a plan names types that the file or the catalog has, and counts those that no list shows', () => {
	const plan = makePlan(compareWith([named(chart, 'a'), named(edge, 'x'), named(edge, 'y')], [[dashboard, 'old']]), {
		target,
		side,
	});
	assert.equal(countsText(plan, plan.created), '0 dashboards, 1 chart');
	assert.deepEqual(unlistedResources(plan), [{entity: edge, count: 2}]);
	assert.deepEqual(expectedEntities(plan), [chart]);
});

test('a sync expects the types of the file; all that lists show if it has none of them', () => {
	assert.deepEqual(compareWith([named(chart, 'a'), named(edge, 'x')], []).expectedEntities, [chart]);
	const {expectedEntities: types, unlisted, missing} = compareWith([named(edge, 'x')], []);
	assert.deepEqual([types, unlisted, missing], [[group, dashboard, chart], [{entity: edge, count: 1}], 0]);
	assert.deepEqual(expectedEntities(makePlan(compareWith([named(edge, 'x')], []), {target, side})), [
		group,
		dashboard,
		chart,
	]);
});

test('every ending of a sync names resources that no list shows', () => {
	const endings: ReadonlyArray<readonly [evidence: Evidence, expected: number, message: RegExp]> = [
		['complete', 2, /^Confirmed: all 2 charts are in the catalog\. Secoda has no list of edges/],
		['still-shown', 2, /^Confirmed: .* still shown\. Secoda has no list/],
		['unproven', 2, /^Accepted: all 2 charts are in the catalog\. .* Secoda has no list/],
		[
			'no-evidence-possible',
			2,
			/^Accepted: all 2 charts are in the catalog, as before the upload\. .* Secoda has no list/,
		],
		['no-evidence-possible', 0, /^Accepted: Secoda received the file\. Secoda has no list of edges/],
		['incomplete', 2, /^Sent, .* Secoda has no list of edges, so these were not verified: 1 edge\.$/],
	];
	for (const [evidence, expected, message] of endings) {
		const counts = {expected, found: expected, missing: 0, seconds: 1};
		const unlisted = [{entity: edge, count: 1}];
		const status = {counts, evidence, isProof: true, stillShown: 1, entities: [chart], unlisted};
		const watched = {status, failure: undefined, seconds: 1, isCancelled: false};
		assert.match(endingOfWatch(watched, {records: 1, bytes: 1, sha256: ''}).message, message);
	}
});

test('the JSON of a plan has the types and the hidden pages of the kind', () => {
	const plan = makePlan(compare(shown), {target, side});
	const json = JSON.parse([...planJson({plan, verdict: {kind: 'clear'}, notSent: []}, String)].join(''));
	assert.deepEqual(Object.keys(json.counts.types), ['dashboardGroups', 'dashboards', 'charts']);
	const hidden = json.changes.filter((change: {readonly action: string}) => change.action === 'hidden');
	assert.deepEqual(
		hidden.map((change: {readonly entity: string; readonly key: string}) => `${change.entity} ${change.key}`),
		['dashboard old', 'chart old'],
	);
});

test('the guard stops a plan that hides too much of any type', () => {
	const many = Array.from({length: 10}, (_, at): Row => [chart, `other ${at}`]);
	const verdict = guard(makePlan(compare([...shown, ...many]), {target, side}), defaultLimits, {rows: 5, age: 1});
	assert.match(verdict.kind === 'stopped' ? verdict.reasons.map(reasonText).join() : '', /11 of the 12 charts/);
	assert.equal(guard(makePlan(compare(shown), {target, side}), defaultLimits, {rows: 5, age: 1}).kind, 'clear');
});

test('the same keys of another type change the id of the plan', () => {
	const idOf = (rows: readonly Row[]) => makePlan(compare(rows), {target, side}).id;
	assert.notEqual(idOf([[dashboard, 'x']]), idOf([[group, 'x']]));
	assert.notEqual(idOf([[dashboard, 'x']]), idOf([[chart, 'x']]));
	assert.equal(idOf([...shown].reverse()), idOf(shown));
});

const all: readonly Row[] = inFile.flatMap(({entity, name: [id = '']}): readonly Row[] =>
	entity === edge ? [] : [[entity, id]],
);
const without = (entity: EntityType, id: string) => all.filter(([type, key]) => type !== entity || key !== id);

const cases: ReadonlyArray<readonly [what: string, before: readonly Row[], now: readonly Row[], proof: Evidence]> = [
	['a new chart', without(chart, 'per day'), all, 'complete'],
	['a new dashboard', without(dashboard, 'new'), all, 'complete'],
	['a group that is still to come', without(group, 'sales'), without(group, 'sales'), 'incomplete'],
	['nothing new, and edges that no list shows', all, all, 'no-evidence-possible'],
	['an archived chart of another upload', [...all, [chart, 'old']], [...all, [chart, '-old']], 'complete'],
	['a dashboard that is not hidden', [...all, [dashboard, 'old']], [...all, [dashboard, 'old']], 'incomplete'],
	[
		'a chart that is hidden, and not the dashboard with its id',
		[...all, [dashboard, 'old'], [chart, 'old']],
		[...all, [dashboard, 'old']],
		'still-shown',
	],
	['a group that was archived', [...without(group, 'sales'), [group, '-sales']], all, 'complete'],
];
for (const [what, before, now, proof] of cases) {
	test(`${what}: ${proof}, also where the baseline was kept`, () => {
		const baseline = compare(before).baseline({isReliable: true});
		assert.equal(baseline.shown.length, baselineFlags(inventory, dashboards.readBack));
		const kept = decodeBaseline(encodeBaseline(baseline));
		assert.ok(kept !== undefined);
		for (const known of [baseline, kept]) assert.equal(assessEvidence(known, compare(now, known), undefined), proof);
	});
}

test('counts a list that contains pages of unknown types', () => {
	const comparison = new CatalogComparison(inventory, dashboards.readBack);
	comparison.listings.at(0).startPage(2);
	comparison.listings.at(1).startPage(0);
	comparison.add(0, {id: '1', archived: false, resources: [named(group, 'sales')]});
	comparison.add(0, {id: '2', archived: false, resources: []});
	assert.equal(comparison.listings.completeness, 'counted');
	assert.deepEqual([comparison.found, comparison.missing, comparison.others], [1, 3, 0]);
});

test('several lists are as reliable as the worst of them', () => {
	const listings = (...announced: ReadonlyArray<number | undefined>) => {
		const all = new Listings(announced.length);
		for (const [list, number] of announced.entries()) {
			all.at(list).startPage(number);
			all.at(list).addRow('id', 'shown');
		}

		return all;
	};
	assert.equal(listings(1, 1).completeness, 'counted');
	assert.equal(listings(1, undefined).completeness, 'uncounted');
	assert.equal(listings(2, 1).completeness, 'inconsistent');
	assert.equal(listings(undefined, 2).completeness, 'inconsistent');
	assert.equal(listings(1, 1).rows, 2);
	assert.ok(listings(1, undefined).agreesWith(listings(1, undefined)));
	assert.ok(!listings(1, undefined).agreesWith(listings(1, 2)));
});

test('lists types as text', () => {
	const entities = (resources: readonly NamedResource[]) => resources.map(({entity}) => entity);
	assert.equal(pluralNames([]), '');
	assert.equal(pluralNames([chart]), 'charts');
	assert.equal(pluralNames(entities([named(dashboard, ''), named(chart, '')])), 'dashboards and charts');
	assert.equal(singularNames([dashboard, chart, edge]), 'dashboard, chart or edge');
});
