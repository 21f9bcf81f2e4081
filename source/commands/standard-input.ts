import {addAbortSignal} from 'node:stream';
import type {Source} from '../session/open-table.ts';
import {fileErrors} from '../table/file-error.ts';
import type {CommandIo} from './io.ts';

/** The word that stands for standard input in the place of a file. */
export const stdinSource = '-';

/** Returns standard input as a source of rows. */
export function openStdin({stdin, signal}: CommandIo): Source {
	return {name: stdinSource, stream: readStdin(stdin, signal)};
}

async function* readStdin(stdin: NodeJS.ReadStream, signal: AbortSignal): AsyncGenerator<Uint8Array, void, void> {
	try {
		// A stream that never ends must not keep the program from being stopped.
		yield* addAbortSignal(signal, stdin) as AsyncIterable<Uint8Array>;
	} catch (error) {
		throw signal.aborted ? error : fileErrors.cannotOpen('standard input', error);
	}
}
