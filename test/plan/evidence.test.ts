import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {warehouseResources} from '../../source/kinds/warehouse/resources.ts';
import {type Baseline, canShowChange} from '../../source/plan/baseline.ts';
import {decodeBaseline, encodeBaseline} from '../../source/plan/baseline-bytes.ts';
import {CatalogComparison} from '../../source/plan/comparison.ts';
import {assessEvidence, type Evidence} from '../../source/plan/evidence.ts';
import {IdSet} from '../../source/plan/id-set.ts';
import {inventoryWith, resourcesOf} from '../support/resources.ts';

/** Columns by name; `-name` is archived. `count` is what the catalog announces. */
type Listed = {readonly rows: readonly string[]; readonly count?: number | undefined};

const names = (column: string) => ({database: 'd', schema: 's', table: 't', column});
const inventory = inventoryWith(['a', 'b', 'c'].map(names));

function read({rows, count}: Listed, baseline?: Baseline): CatalogComparison {
	const comparison = new CatalogComparison(inventory, warehouseResources.readBack, {baseline});
	comparison.listings.at(0).startPage(count);
	for (const row of rows) {
		const column = row.replace('-', '');
		comparison.add(0, {resources: resourcesOf(names(column)), id: column, archived: row.startsWith('-')});
	}

	return comparison;
}

const counted = (...rows: readonly string[]): Listed => ({rows, count: rows.length});
const uncounted = (...rows: readonly string[]): Listed => ({rows});

const cases: ReadonlyArray<readonly [what: string, before: Listed, now: Listed, proof: Evidence]> = [
	['new columns', counted(), counted('a', 'b', 'c'), 'complete'],
	['some of the new columns', counted(), counted('a', 'b'), 'incomplete'],
	['what was there before', counted('a', 'b', 'c'), counted('a', 'b', 'c'), 'no-evidence-possible'],
	['what should be hidden', counted('a', 'b', 'c', 'x'), counted('a', 'b', 'c', 'x'), 'incomplete'],
	['a hidden column', counted('a', 'b', 'c', 'x'), counted('a', 'b', 'c'), 'complete'],
	[
		'a hidden column that is listed as archived',
		uncounted('a', 'b', 'c', 'x'),
		uncounted('a', 'b', 'c', '-x'),
		'complete',
	],
	['one of two columns hidden', counted('a', 'b', 'c', 'x', 'y'), counted('a', 'b', 'c', 'x'), 'still-shown'],
	['another column in place of a hidden one', counted('a', 'b', 'c', 'x'), counted('a', 'b', 'c', 'y'), 'still-shown'],
	['a list without a count, read once', uncounted('a', 'b', 'c', 'x'), uncounted('a', 'b', 'c'), 'incomplete'],
	['a list shorter than its count', counted('a', 'b', 'c', 'x'), {rows: ['a', 'b', 'c'], count: 4}, 'incomplete'],
	['a new column after an uncounted list', uncounted('a', 'b'), counted('a', 'b', 'c'), 'unproven'],
];
for (const [what, before, now, proof] of cases) {
	test(`${what}: ${proof}`, () => {
		const first = read(before);
		const baseline = first.baseline({isReliable: first.listings.completeness === 'counted'});
		assert.equal(assessEvidence(baseline, read(now, baseline), undefined), proof);
	});
}

test('two equal readings without a count confirm what is hidden, but are not evidence', () => {
	const baseline = read(uncounted('a', 'b', 'c', 'x')).baseline({isReliable: true});
	const now = () => read(uncounted('a', 'b', 'c'), baseline);
	assert.equal(assessEvidence(baseline, now(), now()), 'unproven');
	assert.equal(assessEvidence(baseline, now(), read(uncounted('a', 'b', 'c', 'x'), baseline)), 'incomplete');
});

test('decodes an encoded baseline, and rejects bytes of another format', () => {
	const row = fc.constantFrom('a', 'b', 'c', '-a', '-b', '-c', 'x', 'y', 'z', '-x');
	const texts = fc.array(fc.constantFrom('a', 'b', 'c'));
	fc.assert(
		fc.property(fc.uniqueArray(row), fc.boolean(), fc.array(fc.nat(1)), texts, (rows, isReliable, edges, ids) => {
			const absentEdges = Uint8Array.from(edges);
			const otherTexts = new IdSet();
			for (const id of ids) otherTexts.add(id, 0);
			const baseline = {...read(uncounted(...rows)).baseline({isReliable}), absentEdges, otherTexts};
			const bytes = encodeBaseline(baseline);
			const again = decodeBaseline(bytes);
			assert.ok(again !== undefined);
			assert.deepEqual(encodeBaseline(again), bytes);
			assert.deepEqual([again.isReliable, [...again.shown]], [isReliable, [...baseline.shown]]);
			assert.deepEqual([...again.absentEdges], edges);
			assert.equal(canShowChange(again), canShowChange(baseline));
			for (const id of ['x', 'y', 'z']) assert.equal(again.shownOthers.has(id, 0), baseline.shownOthers.has(id, 0));
			for (const id of ['a', 'b', 'c'] as const) assert.equal(again.otherTexts.has(id, 0), ids.includes(id));
			for (const cut of [bytes.subarray(1), bytes.subarray(0, -1)]) assert.equal(decodeBaseline(cut), undefined);
		}),
		{numRuns: 200},
	);
});

test('a decoded baseline is counted if its lists had a total and all rows', () => {
	for (const [list, isCounted] of [
		[{rows: ['a', 'x'], count: 2}, true],
		[{rows: ['a', 'x'], count: 3}, false],
		[uncounted('a', 'x'), false],
	] as const) {
		const again = decodeBaseline(encodeBaseline(read(list).baseline({isReliable: true})));
		assert.deepEqual([again?.isReliable, again?.isCounted], [true, isCounted]);
	}
});

test('encodes a part of very many descriptions that differ', () => {
	const otherTexts = new IdSet();
	for (let at = 0; at < 100_001; at++) otherTexts.add(String(at), 0);
	const again = decodeBaseline(encodeBaseline({...read(counted('a')).baseline({isReliable: true}), otherTexts}));
	assert.equal(again?.otherTexts.count, 100_000);
});

test('encodes a baseline as earlier versions do', () => {
	const before = read(uncounted('a', 'x', '-c'));
	const bytes = Buffer.from(encodeBaseline(before.baseline({isReliable: true}))).toString('hex');
	assert.equal(bytes, '0000000100000001000000040000000100000001000000000251e08d47ebe49dd3daee0c3ea4aaac45');
});
