import {createInterface} from 'node:readline/promises';
import {visible} from '../text/visible.ts';
import {type CommandIo, canPrompt} from './io.ts';
import {usageError} from './usage-error.ts';

/**
Asks a person for a yes. --yes answers for them.

@throws UsageError where nobody can be asked.
*/
export async function confirm(question: string, io: CommandIo): Promise<boolean> {
	if (io.yes) return true;
	if (!canPrompt(io))
		throw usageError(`${question} There is no terminal to ask in. Nothing was changed.`, 'Confirm with --yes.');
	const lines = createInterface({input: io.stdin, output: io.stderr.stream});
	try {
		// Whoever sends an end of file instead of an answer has not said yes.
		const ended = new Promise<string>(resolve => lines.once('close', () => resolve('')));
		// The terminal is in its raw mode: Ctrl+C comes as a key, and is to be what it is elsewhere.
		lines.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
		const answer = await Promise.race([lines.question(`${visible(question)} [y/N] `, {signal: io.signal}), ended]);
		return /^\s*y(es)?\s*$/i.test(answer);
	} finally {
		lines.close();
	}
}
