import {assertInherited} from '../files/inherited.ts';
import {openStream} from '../files/open-stream.ts';
import {findOutput, type OutputTarget, type StreamOutput} from '../files/output.ts';
import type {StreamTarget} from '../files/write-stream.ts';
import {visible} from '../text/visible.ts';
import {confirm} from './confirm.ts';
import {type CommandIo, canPrompt, note} from './io.ts';
import {messages} from './messages.ts';
import {usageErrors} from './usage-errors.ts';

const standardOutput: StreamOutput = {kind: 'descriptor', descriptor: 1, path: 'standard output'};

/** Returns what the value of -o leads to. @throws UserError */
export async function findNamedOutput(path: string): Promise<OutputTarget> {
	if (path === '') throw usageErrors.emptyOutput();
	if (path === '-') return standardOutput;
	const found = await findOutput(path);
	if (found.kind === 'descriptor') assertInherited(found.descriptor, path);
	return found;
}

export function isStdout(output: StreamOutput): boolean {
	return output.kind === 'descriptor' && output.descriptor === 1;
}

/** Opens an output that is a stream. */
export async function openOutput(output: StreamOutput, io: CommandIo): Promise<StreamTarget> {
	return openStream(output, {
		stdout: isStdout(output) ? io.stdout.lend() : io.stdout.stream,
		stderr: io.stderr.stream,
		signal: io.signal,
		onWait: path => note(io, messages.waitingForReader(visible(path))),
	});
}

/** True if the user allows an existing file to be replaced. Without a terminal, only --yes does. */
export async function mayReplace(path: string, io: CommandIo): Promise<boolean> {
	return (io.yes || canPrompt(io)) && (await confirm(`${visible(path)} already exists. Replace it?`, io));
}
