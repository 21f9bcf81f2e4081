import assert from 'node:assert/strict';
import {Writable} from 'node:stream';
import test from 'node:test';
import {hasCode} from '../../source/errors/user-error.ts';
import {writeStream} from '../../source/files/write-stream.ts';

test('a stop between two pieces ends the writing to a stream that takes no more', async () => {
	const abort = new AbortController();
	const stream = new Writable({write: () => undefined});
	async function* pieces() {
		abort.abort();
		yield Buffer.from('a');
	}
	await assert.rejects(writeStream({name: 'x', stream, after: 'keep-open'}, pieces(), abort.signal), error =>
		hasCode(error, ['save-stopped']),
	);
});
