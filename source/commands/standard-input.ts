import {fstatSync} from 'node:fs';
import {addAbortSignal} from 'node:stream';
import {UserError} from '../errors/user-error.ts';
import {fileErrors} from '../records/source/file-error.ts';
import type {StreamSource} from '../session/read-options.ts';
import type {CommandIo} from './io.ts';

/** The argument for standard input in place of a file. */
export const stdinSource = '-';

/** Returns standard input as an input of records. */
export function openStdin({stdin, signal}: CommandIo): StreamSource {
	return {name: stdinSource, stream: readStdin(stdin, signal)};
}

async function* readStdin(stdin: NodeJS.ReadStream, signal: AbortSignal): AsyncGenerator<Uint8Array, void, void> {
	try {
		// Node reads a folder as an empty stream.
		if (fstatSync(0).isDirectory()) throw fileErrors.folder('standard input');
		// The signal must also stop a stream that never ends.
		const pieces: AsyncIterable<unknown> = addAbortSignal(signal, stdin);
		for await (const piece of pieces) {
			if (!(piece instanceof Uint8Array)) throw new TypeError('standard input is already decoded');
			yield piece;
		}
	} catch (error) {
		throw signal.aborted || error instanceof UserError ? error : fileErrors.cannotOpen('standard input', error);
	}
}
