import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {ancestorsOf, type Outline, partialOutline, wholeOutline} from '../../source/app/screens/plan/outline.ts';
import {TreeRows} from '../../source/app/screens/plan/tree-rows.ts';
import {siblingRuns} from '../../source/plan/tree/sibling-runs.ts';
import {previewOf} from '../support/plan-desk.ts';

/** Returns an outline of the nodes with these depths. */
function outlineOf(depths: readonly number[]): Outline {
	return {
		length: depths.length,
		nodeAt: index => index,
		depthAt: index => depths[index] ?? 0,
		endAt(index) {
			const end = depths.findIndex((depth, at) => at > index && depth <= (depths[index] ?? 0));
			return end === -1 ? depths.length : end;
		},
		siblingsIn(from, to) {
			const ends = Uint32Array.from(depths, (_, index) => this.endAt(index));
			return siblingRuns(ends, from, to);
		},
		changesAt: () => 0,
		near: node => node,
	};
}

/** Depths of nodes in pre-order: each is at most one level deeper than the one before it. */
const depths = fc.array(fc.integer({min: 0, max: 4}), {minLength: 1, maxLength: 40}).map(wanted => {
	const made: number[] = [];
	for (const depth of wanted) made.push(Math.min(depth, (made.at(-1) ?? -1) + 1));
	return made;
});

const step = fc.record({
	does: fc.constantFrom('open', 'close', 'reveal', 'open all', 'close all'),
	at: fc.nat(),
	fields: fc.integer({min: 0, max: 3}),
});

/** Returns the siblings of a node. */
function levelOf(outline: Outline, index: number): readonly [from: number, to: number] {
	const parent = ancestorsOf(outline, index).at(-1);
	return parent === undefined ? [0, outline.length] : [parent + 1, outline.endAt(parent)];
}

test('rows are those of the nodes in open nodes, after any opening and closing', () => {
	fc.assert(
		fc.property(depths, fc.array(step, {maxLength: 12}), (shape, steps) => {
			const outline = outlineOf(shape);
			let rows = TreeRows.of(outline, 10);
			/** The open nodes, each with the number of its fields. */
			const open = new Map<number, number>();
			const isShown = (index: number) => ancestorsOf(outline, index).every(above => open.has(above));
			for (let index = 0; index < outline.length; index++)
				if (isShown(index) && rows.at(rows.rowOf(index)).index === index && rows.isOpen(index)) open.set(index, 0);
			const close = (from: number, to: number) => {
				for (let index = from; index < to; index++) open.delete(index);
			};
			for (const {does, at, fields} of steps) {
				const {index} = rows.at(at % rows.length);
				const [from, to] = levelOf(outline, index);
				switch (does) {
					case 'open':
						close(index + 1, outline.endAt(index));
						open.set(index, fields);
						rows = rows.open(index, fields);
						break;
					case 'close':
						close(index, outline.endAt(index));
						rows = rows.close(index);
						break;
					case 'reveal': {
						const hidden = at % outline.length;
						for (const above of ancestorsOf(outline, hidden)) if (!open.has(above)) open.set(above, 0);
						rows = rows.reveal(hidden);
						break;
					}

					case 'open all':
						close(from, to);
						for (let one = from; one < to; one = outline.endAt(one)) open.set(one, fields);
						rows = rows.openAll(from, to, () => fields);
						break;
					case 'close all':
						close(from, to);
						rows = rows.closeAll(from, to);
						break;
				}
			}

			const wanted = Array.from({length: outline.length}, (_, index) => index)
				.filter(isShown)
				.flatMap(index => Array.from({length: 1 + (open.get(index) ?? 0)}, (_, field) => ({index, field: field - 1})));
			assert.deepEqual(
				Array.from({length: rows.length}, (_, row) => rows.at(row)),
				wanted,
			);
			for (const [row, {index, field}] of wanted.entries()) if (field < 0) assert.equal(rows.rowOf(index), row);
		}),
	);
});

/** Compares the siblings below a node with those by the ends of nodes. */
function assertSiblings(outline: Outline, index: number): void {
	const wanted: number[] = [];
	for (let at = index + 1; at < outline.endAt(index); at = outline.endAt(at)) wanted.push(at);
	const {first, counts} = outline.siblingsIn(index + 1, outline.endAt(index));
	const found = [...first].flatMap((start, run) =>
		Array.from({length: (counts[run] ?? 0) - (counts[run - 1] ?? 0)}, (_, at) => start + at),
	);
	assert.deepEqual(found, wanted);
}

test('a part of a tree has the ends of its own nodes', () => {
	const names = Array.from({length: 30}, (_, at) => [`A/s${at % 3}/t${at % 5}/c${at}`, ''] as const);
	const {tree} = previewOf({before: {}, after: Object.fromEntries(names)}).plan;
	const whole = wholeOutline(tree);
	fc.assert(
		fc.property(fc.uniqueArray(fc.nat({max: tree.length - 1})), wanted => {
			const nodes = [...new Set(wanted.flatMap(node => [...ancestorsOf(whole, node), node]))].sort((a, b) => a - b);
			const isShown = Uint8Array.from(nodes, node => Number(wanted.includes(node)));
			const steps = partialOutline(tree, {nodes: Uint32Array.from(nodes), isShown});
			let step = steps.next();
			while (!step.done) step = steps.next();
			const part = step.value;
			for (const [index, node] of nodes.entries()) {
				assert.equal(part.near(node), index);
				assert.equal(part.changesAt(index), wanted.filter(other => other >= node && other < tree.endAt(node)).length);
				assertSiblings(part, index);
				assert.deepEqual(
					nodes.slice(index, part.endAt(index)),
					nodes.filter(other => other >= node && other < tree.endAt(node)),
				);
			}
		}),
	);
	for (let index = 0; index < whole.length; index++) assertSiblings(whole, index);
});
