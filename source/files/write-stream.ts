import type {Writable} from 'node:stream';
import {finished} from 'node:stream/promises';
import {UserError} from '../errors/user-error.ts';
import {readAhead} from './read-ahead.ts';
import {writeErrors} from './write-errors.ts';

export type StreamTarget = {
	/** The name of the stream in messages. */
	readonly name: string;
	readonly stream: Writable;
	/** Either the stream is ended afterwards, or it stays open. */
	readonly after: 'end' | 'keep-open';
};

/**
Writes all pieces to a stream, no faster than they are taken.

@throws UserError `not-written`, `save-stopped`
*/
export async function writeStream(
	{name, stream, after}: StreamTarget,
	pieces: AsyncIterable<Uint8Array>,
	signal: AbortSignal,
): Promise<void> {
	// Each write reports its own error; the event would end the program.
	stream.on('error', () => undefined);
	try {
		for await (const piece of readAhead(pieces)) await write(stream, piece, signal);
		if (after === 'end') await finished(stream.end(), {readable: false, signal});
	} catch (error) {
		if (after === 'end') stream.destroy();
		if (error instanceof UserError) throw error;
		throw signal.aborted ? writeErrors.streamStopped(name) : writeErrors.notStreamed(name, error);
	}
}

/** Resolves when the piece was taken: until then its bytes must not change. */
async function write(stream: Writable, piece: Uint8Array, signal: AbortSignal): Promise<void> {
	// A signal that came between two writes has no event for this one, and a reader that is stuck never takes it.
	signal.throwIfAborted();
	const {promise, resolve, reject} = Promise.withResolvers<void>();
	const stop = () => reject(signal.reason);
	signal.addEventListener('abort', stop);
	try {
		stream.write(piece, error => (error ? reject(error) : resolve()));
		await promise;
	} finally {
		signal.removeEventListener('abort', stop);
	}
}
