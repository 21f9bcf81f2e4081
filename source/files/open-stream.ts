import {constants, createWriteStream, fstatSync, open} from 'node:fs';
import {open as openFile} from 'node:fs/promises';
import {Socket} from 'node:net';
import type {Writable} from 'node:stream';
import {setTimeout} from 'node:timers/promises';
import {promisify} from 'node:util';
import {systemCode, UserError} from '../errors/user-error.ts';
import type {StreamOutput} from './output.ts';
import {writeErrors} from './write-errors.ts';
import type {StreamTarget} from './write-stream.ts';

/** How often a FIFO is tried that has no reader yet, in milliseconds. */
const pauseMs = 20;

export type OpenStreamOptions = {
	/** The open streams of this process. */
	readonly stdout: Writable;
	readonly stderr: Writable;
	readonly signal: AbortSignal;
	/** Called once if a FIFO has no reader yet. */
	onWait(path: string): void;
};

/** Opens an output that is not a file. A FIFO is waited for until it has a reader. */
export async function openStream(output: StreamOutput, options: OpenStreamOptions): Promise<StreamTarget> {
	const {stdout, stderr, signal} = options;
	const name = output.path;
	try {
		switch (output.kind) {
			case 'descriptor':
				if (output.descriptor === 1) return {name, stream: stdout, after: 'keep-open'};
				if (output.descriptor === 2) return {name, stream: stderr, after: 'keep-open'};
				return {name, stream: streamOf(output.descriptor, name), after: 'end'};
			case 'fifo':
				return {name, stream: writableSocket(await openFifo(name, options)), after: 'end'};
			case 'character-device':
				return {name, stream: (await openFile(name, constants.O_WRONLY)).createWriteStream(), after: 'end'};
		}
	} catch (error) {
		if (error instanceof UserError) throw error;
		throw signal.aborted ? writeErrors.streamStopped(name) : writeErrors.notStreamed(name, error);
	}
}

/** A stream on a descriptor that the shell has opened, as for `>(command)`. */
function streamOf(descriptor: number, path: string): Writable {
	const stats = fstatSync(descriptor);
	if (stats.isFIFO() || stats.isSocket()) return writableSocket(descriptor);
	if (stats.isFile() || stats.isCharacterDevice()) return createWriteStream('', {fd: descriptor});
	throw writeErrors.notWritable(path, 'neither a file nor a stream');
}

function writableSocket(descriptor: number): Socket {
	return new Socket({fd: descriptor, readable: false, writable: true});
}

/** Opens a FIFO without blocking: a thread that waits for its reader could not be stopped. */
async function openFifo(path: string, {signal, onWait}: OpenStreamOptions): Promise<number> {
	for (let tries = 0; ; tries++) {
		try {
			return await promisify(open)(path, constants.O_WRONLY | constants.O_NONBLOCK);
		} catch (error) {
			if (systemCode(error) !== 'ENXIO') throw error;
			if (tries === 0) onWait(path);
			await setTimeout(pauseMs, undefined, {signal});
		}
	}
}
