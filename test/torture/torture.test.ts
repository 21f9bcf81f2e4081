import assert from 'node:assert/strict';
import test from 'node:test';
import {Injector} from './injector.ts';
import {Tally} from './tally.ts';
import {tortureAll} from './torture.ts';

test('no promise is broken when file calls fail, signals come, and an upload is answered wrongly', async t => {
	const tally = new Tally();
	const injector = await Injector.build(t);
	if (injector === undefined) t.diagnostic('no C compiler on Linux: no file call was made to fail');
	await tortureAll(tally, injector, {length: 'short', only: ''});
	t.diagnostic(`${tally.cases} cases`);
	assert.deepEqual(tally.broken, []);
});
