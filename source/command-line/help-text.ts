import type {Command} from 'commander';
import {exitMeanings, type HelpText} from './texts.ts';

/** Gives a command its description, and ends its help with details, examples and exit codes. */
export function withHelpText(command: Command, {description, details, examples, exits = []}: HelpText): Command {
	const parts = [
		...(details === undefined ? [] : [details]),
		`${examples.length === 1 ? 'Example' : 'Examples'}:\n${examples.map(example => `  ${example}`).join('\n')}`,
		`Exit codes:\n${exitLines([0, 2, ...exits])}`,
	];
	return command.description(description).addHelpText('after', `\n${parts.join('\n\n')}\n`);
}

/** Returns exit codes with their meanings, one per line; all of them by default. */
export function exitLines(codes?: ReadonlyArray<keyof typeof exitMeanings>): string {
	return Object.entries(exitMeanings)
		.filter(([code]) => codes === undefined || codes.some(other => String(other) === code))
		.map(([code, meaning]) => `  ${code.padEnd(4)} ${meaning}`)
		.join('\n');
}
