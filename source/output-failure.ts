import type {OutputStream} from './commands/output-stream.ts';
import {exitCodes} from './errors/exit-codes.ts';
import {hasSent} from './job/sent.ts';

/**
Watches standard output and standard error. A failing output stops no command, because it may have sent or recorded something. Exit
code 0 becomes the exit code for lost output.
*/
export function watchOutput(stdout: OutputStream, stderr: OutputStream): void {
	stdout.stream.on('error', error => {
		// A writer that uses the stream reports its own errors.
		if (isClosed(error) || stdout.isLent) return;
		if (!hasFailed) stderr.write(textOf(error));
		hasFailed = true;
	});
	// Standard error carries no result, and there is no other place to report its errors.
	stderr.stream.on('error', () => undefined);
	let hasFailed = false;
	process.once('exit', code => {
		if (hasFailed && code === exitCodes.done) process.exitCode = exitCodes.output;
	});
}

/** True if the reader closed the stream, like `head`, or the terminal closed, which sends its own signal. */
function isClosed({code}: NodeJS.ErrnoException): boolean {
	return code === 'EPIPE' || code === 'EIO' || code === 'ERR_STREAM_DESTROYED';
}

function textOf({code, message}: NodeJS.ErrnoException): string {
	const reason = code === 'ENOSPC' ? 'the disk is full' : message;
	const history = hasSent() ? ' "secoda-upload history" shows how the upload ended.' : '';
	return `The result could not be written to standard output: ${reason}.\nNext: Write it to another file.${history}\n`;
}
