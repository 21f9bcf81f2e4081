import {createInterface} from 'node:readline/promises';
import {visible} from '../text/visible.ts';
import {type CommandIo, canPrompt} from './io.ts';
import {usageErrors} from './usage-errors.ts';

/**
Asks the user to confirm; --yes confirms without asking.

@throws UsageError if the user cannot be asked.
*/
export async function confirm(question: string, io: CommandIo): Promise<boolean> {
	if (io.yes) return true;
	if (!canPrompt(io)) throw usageErrors.cannotAsk(question);
	const lines = createInterface({input: io.stdin, output: io.stderr.stream});
	try {
		// An end of file instead of an answer is a no.
		const ended = new Promise<string>(resolve => lines.once('close', () => resolve('')));
		// The terminal is in raw mode: Ctrl+C arrives as a key and must act as a signal.
		lines.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
		const answer = await Promise.race([lines.question(`${visible(question)} [y/N] `, {signal: io.signal}), ended]);
		return /^\s*y(es)?\s*$/i.test(answer);
	} finally {
		lines.close();
	}
}
