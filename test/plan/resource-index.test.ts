import assert from 'node:assert/strict';
import test from 'node:test';
import {KeyHash, type ResourceKey} from '../../source/kinds/keys/key-hash.ts';
import type {EntityType, ResourceDetails} from '../../source/kinds/resources.ts';
import {Inventory} from '../../source/plan/inventory.ts';
import {ResourceIndex} from '../../source/plan/resource-index.ts';

const none: ResourceDetails = {offset: 0, parent: 0, group: 0, low: 0, high: 0, text: 0, time: 0};

function keyOf(number: number): ResourceKey {
	return {...new KeyHash().start().addText(String(number)).finish()};
}

/** Returns details that differ for each number. */
function detailsOf(number: number): ResourceDetails {
	return {
		offset: number * 2 ** 33,
		parent: number % 7,
		group: number % 3,
		low: -number,
		high: number * 2,
		text: number * 3,
		time: number % 2,
	};
}

test('an index returns the details of each resource, also after it has grown, in any order of calls', () => {
	const index = new ResourceIndex();
	const reserved = new ResourceIndex();
	reserved.reserve(5000);
	for (let number = 1; number <= 5000; number++) {
		index.add(keyOf(number), detailsOf(number), 5);
		reserved.add(keyOf(number), detailsOf(number), 5);
	}

	for (const each of [index, reserved]) {
		for (let number = 1; number <= 5000; number++) {
			const {offset, parent, group, low, high, text, time} = detailsOf(number);
			assert.deepEqual(
				[each.offsetOf(number), each.parentOf(number), each.groupOf(number), each.contentOf(number)],
				[offset + 5, parent, group, {low, high, text, time}],
			);
		}
	}
});

test('the details of the first resource with a key count', () => {
	const index = new ResourceIndex();
	index.add(keyOf(1), {...none, parent: 1});
	assert.equal(index.add(keyOf(1), {...none, parent: 2}), 0);
	assert.equal(index.parentOf(1), 1);
});

test('appended resources have the numbers and details that they would have if they were added', () => {
	const [added, appended] = [new ResourceIndex(), new ResourceIndex()];
	// Equal keys: next to each other, far from each other, appended before and after a call that reads.
	const numbers = Array.from({length: 3000}, (_, at) => (at % 10 === 3 ? at - 1 : at) % 1000);
	for (const [at, number] of numbers.entries()) {
		const details = {...detailsOf(at + 1), time: at % 5, name: at % 3 === 0 ? `name ${at}` : undefined};
		const isNew = added.add(keyOf(number), details, 5) !== 0;
		if (at % 700 === 13) assert.equal(appended.add(keyOf(number), details, 5) !== 0, isNew);
		else appended.append(keyOf(number), details, 5);
	}

	const resourcesOf = (index: ResourceIndex) =>
		Array.from({length: index.count + 1}, (_, number) => [
			index.keyOf(number),
			index.find(index.keyOf(number)),
			index.offsetOf(number),
			index.parentOf(number),
			index.groupOf(number),
			index.namesOf(number),
			index.contentOf(number),
		]).slice(1);
	assert.deepEqual(resourcesOf(appended), resourcesOf(added));
	assert.equal(added.count, 900);
	for (const index of [added, appended]) index.add(keyOf(-1), {...none, offset: 1});
	assert.deepEqual(resourcesOf(appended).at(-1), resourcesOf(added).at(-1));
});

test('an index without details has none', () => {
	const index = new ResourceIndex();
	index.add(keyOf(1));
	assert.deepEqual([index.offsetOf(1), index.parentOf(1), index.groupOf(1)], [0, 0, 0]);
	assert.deepEqual(index.contentOf(1), {low: 0, high: 0, text: 0, time: 0});
});

test('content is the same where both words are, whatever the time', () => {
	const [one, other] = [new ResourceIndex(), new ResourceIndex()];
	other.add(keyOf(9));
	const content = {...none, low: 1, high: 2};
	for (const [at, details] of [content, {...content, high: 3}, {...content, low: 3}].entries())
		one.add(keyOf(at), details);
	other.add(keyOf(0), {...content, time: 7, text: 7});
	assert.deepEqual(
		[1, 2, 3].map(number => one.hasSameContent(number, other, 2)),
		[true, false, false],
	);
});

test('an inventory numbers groups of names, and adds the start of a part to offsets', () => {
	const table: EntityType = {singular: 'table', plural: 'tables', isPlain: false};
	const inventory = new Inventory([table]);
	const numbers = [['a', 'b'], ['a', 'c'], ['a', 'b'], ['ab']].map(names => inventory.groupNumber(names));
	assert.deepEqual(numbers, [1, 2, 1, 3]);
	assert.deepEqual(inventory.groups, [[], ['a', 'b'], ['a', 'c'], ['ab']]);
	inventory.partStart = 100;
	inventory.add(table, keyOf(1), {...none, offset: 11});
	assert.equal(inventory.of(table).offsetOf(1), 111);
});
