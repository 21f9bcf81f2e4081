import assert from 'node:assert/strict';
import test from 'node:test';
import {KeyHash} from '../../../source/kinds/keys/key-hash.ts';
import {KeyIds} from '../../../source/kinds/keys/key-ids.ts';
import {MemberIds} from '../../../source/kinds/keys/member-ids.ts';

const count = 5000;

test('keys keep their ids while the table grows', () => {
	const ids = new KeyIds();
	const keyOf = (at: number) => new KeyHash().start().addText(`name ${at}`).finish();
	for (let at = 1; at <= count; at++) {
		assert.equal(ids.find(keyOf(at)), 0);
		assert.equal(ids.put(keyOf(at)), at);
	}

	for (let at = 1; at <= count; at++) {
		const key = keyOf(at);
		assert.deepEqual([ids.put(key), ids.find(key), ids.findHalf(key.low, key.high)], [at, at, at]);
		assert.deepEqual({...ids.keyOf(at)}, {low: key.low, high: key.high, low2: key.low2, high2: key.high2});
	}

	ids.reserve(100_000);
	assert.equal(ids.find(keyOf(count)), count);
});

test('keys with the same first half have ids of their own', () => {
	const ids = new KeyIds();
	assert.equal(ids.put({low: 1, high: 2, low2: 3, high2: 4}), 1);
	assert.equal(ids.put({low: 1, high: 2, low2: 3, high2: 5}), 2);
	assert.equal(ids.put({low: 1, high: 2, low2: 3, high2: 4}), 1);
	assert.equal(ids.findHalf(1, 2), 1);
});

test('members of one owner and of many keep their ids while the table grows', () => {
	for (const owners of [1, 50, count]) {
		const ids = new MemberIds();
		const put = (at: number) => ids.put(at % owners, Math.imul(at, 0x9e3779b1), at);
		for (let at = 1; at <= count; at++) assert.equal(put(at), at);
		ids.reserve(2 * count);
		for (let at = 1; at <= count; at++) assert.equal(put(at), at);
		assert.equal(ids.count, count);
	}
});

test('a hash that continues that of a shared start is that of the whole text', () => {
	const start = new KeyHash().start().addText('shop.sales.');
	const whole = new KeyHash().start().addText('shop.sales.orders').finish();
	assert.deepEqual({...new KeyHash().copy(start).addText('orders').finish()}, {...whole});
});
