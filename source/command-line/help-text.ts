import type {Command} from 'commander';

/** What each exit code means, for people. */
export const exitMeanings = {
	0: 'done',
	1: 'the file has errors, nothing was sent',
	2: 'wrong usage',
	3: 'the file cannot be read',
	4: 'token or keyring',
	5: 'temporary, Secoda took nothing',
	6: 'outcome unknown',
	7: 'safety stop',
	8: 'refused by the catalog, or the sync failed',
	9: 'sent, not seen within --wait',
	11: 'in use by another instance',
	70: 'a bug in secoda-upload',
	74: 'done, but standard output could not be written',
	129: 'terminal closed',
	130: 'stopped by Ctrl+C',
	143: 'ended by a signal',
} as const;

export type ExplainedExitCode = keyof typeof exitMeanings;

export type HelpText = {
	/** What the options do not say. */
	readonly text?: string;
	readonly examples: readonly string[];
	/** The codes that a command can end with, beside 0, 2 and the signals' own. */
	readonly exits?: readonly ExplainedExitCode[];
};

/** Ends the help of a command with what it does, how it is called, and how it ends. */
export function withHelpText(command: Command, {text, examples, exits = []}: HelpText): Command {
	const numbers = [0, 2, ...exits] as const;
	const codes = [...numbers].sort((a, b) => a - b).map(code => `  ${String(code).padEnd(4)} ${exitMeanings[code]}`);
	const parts = [
		...(text === undefined ? [] : [text]),
		`${examples.length === 1 ? 'Example' : 'Examples'}:\n${examples.map(example => `  ${example}`).join('\n')}`,
		`Exit codes:\n${codes.join('\n')}`,
	];
	return command.addHelpText('after', `\n${parts.join('\n\n')}\n`);
}
