import assert from 'node:assert/strict';
import test from 'node:test';
import {Left, Stage} from '../../source/app/stage.tsx';

test('a signal that came before the first screen is heard: nothing is waited for, and nothing drawn', async () => {
	const {stdin, stdout, stderr} = process;
	const stage = new Stage({
		stdin,
		stdout,
		stderr,
		env: {},
		signal: AbortSignal.abort(),
		ascii: false,
		withoutSecrets: text => text,
	});
	await assert.rejects(stage.until(new Promise(() => undefined)), Left);
	stage.show({name: 'blank'});
	await stage.close();
	assert.equal(stage.isLeft, true);
});
