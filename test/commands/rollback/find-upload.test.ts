import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import {undoCommand} from '../../../source/commands/rollback/command-text.ts';
import {canRepeat, findUploadToRepeat} from '../../../source/commands/rollback/find-upload.ts';
import {openState, type State} from '../../../source/state/state.ts';
import {temporaryFolder} from '../../support/folder.ts';
import {addSent, beginning, storeSnapshot as store} from '../../support/history.ts';

const place = {host: 'h', integration: 'i'};

async function stateIn(t: TestContext): Promise<State> {
	const state = await openState(await temporaryFolder(t));
	t.after(() => state.close());
	return state;
}

test('a rollback goes to the last accepted upload with other content, or to the one that is named', async t => {
	const state = await stateIn(t);
	const [one, two] = [await store(state, 'one'), await store(state, 'two')];
	const sent = (sha256: string, outcome?: string) => addSent(state, beginning({sha256}), outcome);
	const [first, second] = [sent(one), sent(two)];
	assert.equal(findUploadToRepeat(state, place).entry.id, first);
	const repeated = sent(two, 'unseen');
	sent('refused', 'refused');
	assert.equal(findUploadToRepeat(state, place).entry.id, first);
	assert.equal(findUploadToRepeat(state, place, first).entry.id, first);
	assert.deepEqual(
		[first, second, repeated].map(id => canRepeat({...place, id}, state)),
		[true, false, false],
	);
	// It is not known whether the last one was accepted, so that the one before it can differ from the catalog.
	sent(one, 'unknown');
	assert.equal(findUploadToRepeat(state, place).entry.id, repeated);
	assert.equal(findUploadToRepeat(state, place, first).entry.id, first);
	addSent(state, beginning({sha256: one, rollbackOf: first}), 'unknown');
	assert.equal(findUploadToRepeat(state, place).entry.id, first, 'the rollback is repeated, not undone');
	assert.match(
		undoCommand(state, {profile: undefined, url: 'https://h', integration: 'i'}, {}) ?? '',
		new RegExp(` --to ${repeated}$`),
	);
});

test('a rollback that is impossible names the reason, and the uploads that are kept', async t => {
	const state = await stateIn(t);
	const {history} = state;
	const error = (problem: RegExp, hint: RegExp, to?: number) =>
		assert.throws(
			() => findUploadToRepeat(state, place, to),
			(thrown: Error & {problem?: string; hint?: string}) => {
				assert.match(thrown.problem ?? '', problem);
				assert.match(thrown.hint ?? '', hint);
				return true;
			},
		);
	error(/no earlier upload/, /No earlier snapshot is kept/);
	const [one, two] = [await store(state, 'one'), await store(state, 'two')];
	const kept = addSent(state, beginning({sha256: one}));
	const removed = addSent(state, beginning({sha256: 'removed'}));
	const last = addSent(state, beginning({sha256: two}));
	const elsewhere = addSent(state, beginning({sha256: one, integration: 'other'}));
	const stopped = history.begin(beginning({sha256: one}));
	history.finish(stopped, {outcome: 'stopped', message: ''});
	const same = addSent(state, beginning({sha256: two}), 'unseen');
	const hint = new RegExp(`^Give one that is kept: --to ${kept}\\.$`);
	error(new RegExp(`#${removed} is no longer kept`), hint);
	error(new RegExp(`#${removed} is no longer kept`), hint, removed);
	error(/no upload #99/, /history/, 99);
	error(/another target \(h, other\)/, hint, elsewhere);
	error(/#\d+ sent nothing that Secoda accepted \(stopped\)/, hint, stopped);
	error(new RegExp(`#${last} has the same content as the last one, #${same}`), hint, last);
	error(new RegExp(`#${same} is the last one`), hint, same);
	assert.ok(!canRepeat({id: kept, host: undefined, integration: undefined}, state), 'without a target');
});
