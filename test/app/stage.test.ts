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
