import type {OutputStream} from './commands/output-stream.ts';
import {exitCodes} from './errors/exit-codes.ts';
import {hasSent} from './job/sent.ts';

/**
Watches the output of the program. Output that cannot be written stops no command: what is sent is sent, and what is recorded is
recorded. Only a command that would end with 0 then ends with the exit code for lost output.
*/
export function watchOutput(stdout: OutputStream, stderr: OutputStream): void {
	stdout.stream.on('error', error => {
		// A writer that has the stream reports the error, and its command ends with it.
		if (isClosed(error) || stdout.isLent) return;
		if (!hasFailed) stderr.write(textOf(error));
		hasFailed = true;
	});
	// What is lost there is not the result; nobody is left who could read of it.
	stderr.stream.on('error', () => undefined);
	let hasFailed = false;
	process.once('exit', code => {
		if (hasFailed && code === exitCodes.done) process.exitCode = exitCodes.output;
	});
}

/** A reader such as `head` that has seen enough is no failure; a terminal that is gone sends its own signal. */
function isClosed({code}: NodeJS.ErrnoException): boolean {
	return code === 'EPIPE' || code === 'EIO' || code === 'ERR_STREAM_DESTROYED';
}

function textOf({code, message}: NodeJS.ErrnoException): string {
	const reason = code === 'ENOSPC' ? 'the disk is full' : message;
	const history = hasSent() ? ' "secoda-upload history" shows how the upload ended.' : '';
	return `The result could not be written to standard output: ${reason}.\nNext: Write it to another place.${history}\n`;
}
