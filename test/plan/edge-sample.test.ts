import assert from 'node:assert/strict';
import test from 'node:test';
import {EdgeSample} from '../../source/plan/edge-sample.ts';
import {ResourceIndex} from '../../source/plan/resource-index.ts';

/** Returns the index of so many edges: each from an end with its number to the one before. */
function edges(count: number): ResourceIndex {
	const index = new ResourceIndex();
	for (let at = 1; at <= count; at++) index.add(keyOf(at, at - 1));
	return index;
}

const keyOf = (from: number, to: number) => ({low: from, high: from, low2: to, high2: to});

test('a sample has all edges, or evenly spread ones of many', () => {
	for (const [count, size] of [
		[0, 0],
		[3, 3],
		[1000, 1000],
		[2_500, 1000],
	] as const) {
		const sample = new EdgeSample(edges(count));
		assert.equal(sample.edges.length, size);
		const sources = Array.from({length: count}, (_, at) => at + 1).filter(from => {
			const number = sample.endOf(keyOf(from, 0));
			return number !== 0 && sample.edges.some(edge => edge.from === number);
		});
		assert.equal(sources.length, size);
		const gaps = [...sources, count].map((from, at) => from - (sources[at - 1] ?? 0));
		assert.ok(
			gaps.every(gap => gap <= Math.ceil(count / Math.max(1, size))),
			String(Math.max(...gaps)),
		);
	}
});
