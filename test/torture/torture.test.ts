import assert from 'node:assert/strict';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test, {after} from 'node:test';
import {Injector} from './injector.ts';
import {Tally} from './tally.ts';
import {tortureParts} from './torture.ts';

const folder = await mkdtemp(join(tmpdir(), 'secoda-upload-test-'));
after(() => rm(folder, {recursive: true, force: true}));
const injector = Injector.build(folder);

test('file calls can be made to fail', {skip: injector === undefined ? 'no C compiler on Linux' : false}, () => {
	assert.ok(injector);
});

// Each part has the time limit of a test.
for (const {name, run} of tortureParts(injector, {length: 'short', only: ''}))
	test(`no promise is broken when file calls fail, signals come, or answers are wrong: ${name}`, async () => {
		const tally = new Tally();
		await run(tally);
		assert.deepEqual(tally.broken, []);
	});
