import {withoutSecrets} from '../profiles/known-secrets.ts';
import type {Output} from './output.ts';

/** What a command may touch of the process. */
export type Streams = {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: Output;
	readonly stderr: Output;
	readonly env: NodeJS.ProcessEnv;
	/** Aborted by SIGINT, SIGTERM or SIGHUP. */
	readonly signal: AbortSignal;
};

/** How the person wants to be spoken with; every command knows the options for it. */
export type Manners = {
	/** `false` for --no-input: nothing is asked. */
	readonly asks: boolean;
	/** --yes: questions are answered with yes, a safety stop is not. */
	readonly yes: boolean;
	/** --quiet: results and errors alone. */
	readonly quiet: boolean;
	/** --ascii: screens are drawn with ASCII signs. */
	readonly ascii: boolean;
	/** How results and errors are printed: `json` for --json and --format json. */
	readonly result: 'text' | 'json';
	readonly effect: Effect;
};

/** What a command does in Secoda where it succeeds: an error before that says that it was not done. */
export type Effect = 'none' | 'upload' | 'create';

export type CommandIo = Streams & Manners;

/** Returns what the screens of the app need: they draw on the terminal itself. */
export function appStreams({stdin, stdout, stderr, env, signal, ascii}: CommandIo) {
	return {stdin, stdout: stdout.stream, stderr: stderr.stream, env, signal, ascii, withoutSecrets};
}

/** Why nobody can be shown a screen. */
export type NoScreen = 'no-input' | 'no-terminal' | 'dumb' | 'ci';

/** Why there is no person at a terminal that can show screens; `undefined` when there is one. */
export function noScreen({stdin, stdout, asks, env}: CommandIo): NoScreen | undefined {
	if (!asks) return 'no-input';
	if (!stdin.isTTY || !stdout.isTTY) return 'no-terminal';
	if (env.TERM === 'dumb') return 'dumb';
	return isCi(env) ? 'ci' : undefined;
}

/** Whether a person sits at a terminal that can show screens. */
export function isInteractive(io: CommandIo): boolean {
	return noScreen(io) === undefined;
}

/** Whether a person can be asked a question in a line. */
export function canAsk({stdin, stderr, asks, env}: CommandIo): boolean {
	return asks && stdin.isTTY && stderr.isTTY && !isCi(env);
}

function isCi({CI = ''}: NodeJS.ProcessEnv): boolean {
	return !['', '0', 'false'].includes(CI);
}

/** Reports on stdout that a command has done its work. With --quiet the exit code alone reports it. */
export function reportDone({stdout, quiet}: Pick<CommandIo, 'stdout' | 'quiet'>, text: string): void {
	if (!quiet) stdout.write(`${text}\n`);
}

/** Tells what is worth knowing beside the result. */
export function note({stderr, quiet}: Pick<CommandIo, 'stderr' | 'quiet'>, text: string): void {
	if (!quiet) stderr.write(`${text}\n`);
}
