import assert from 'node:assert/strict';
import test from 'node:test';
import {AppClosed, Stage} from '../../source/app/stage.ts';

test('a signal before the first screen ends every wait, and nothing is drawn', async () => {
	const {stdin, stdout, stderr} = process;
	const streams = {stdin, stdout, stderr, env: {}, signal: AbortSignal.abort(), ascii: false};
	const stage = new Stage({...streams, withoutSecrets: text => text}, () => assert.fail('the terminal was taken'));
	await assert.rejects(stage.until(new Promise(() => undefined)), AppClosed);
	stage.show({name: 'blank'});
	await stage.close();
	assert.equal(stage.hasQuit, true);
});

const copies: ReadonlyArray<readonly [what: string, env: NodeJS.ProcessEnv, canCopy: boolean]> = [
	['a terminal', {TERM: 'xterm-256color'}, true],
	['a terminal of Windows', {}, true],
	['the console of Linux', {TERM: 'linux'}, false],
];
for (const [what, env, canCopy] of copies) {
	test(`${what} ${canCopy ? 'may have' : 'has no'} clipboard`, () => {
		assert.equal(newStage(env, () => undefined).canCopy, canCopy);
	});
}

test('copies a text as OSC 52, without secrets', () => {
	const written: string[] = [];
	const stage = newStage({}, sequence => written.push(sequence));
	stage.show({name: 'blank'});
	stage.copy('SELECT 1, canary, 倉庫;\n');
	assert.deepEqual(written, [`\u001B]52;c;${Buffer.from('SELECT 1, [removed], 倉庫;\n').toString('base64')}\u0007`]);
});

function newStage(env: NodeJS.ProcessEnv, write: (sequence: string) => void): Stage {
	const {stdin, stdout, stderr} = process;
	const {signal} = new AbortController();
	const withoutSecrets = (text: string) => text.replaceAll('canary', '[removed]');
	return new Stage({stdin, stdout, stderr, env, signal, ascii: false, withoutSecrets}, () => ({
		write,
		close: async () => undefined,
	}));
}
