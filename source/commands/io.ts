import {withoutSecrets} from '../profiles/known-secrets.ts';
import type {OutputStream} from './output-stream.ts';

/** What a command may touch of the process. */
export type Streams = {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: OutputStream;
	readonly stderr: OutputStream;
	readonly env: NodeJS.ProcessEnv;
	/** Aborted by SIGINT, SIGTERM or SIGHUP. */
	readonly signal: AbortSignal;
};

/** How the person wants to be spoken with; every command knows the options for it. */
export type OutputOptions = {
	/** `false` for --no-input: nothing is asked. */
	readonly mayPrompt: boolean;
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

export type CommandIo = Streams & OutputOptions;

/** Returns what the screens of the app need: they draw on the terminal itself. */
export function appStreams({stdin, stdout, stderr, env, signal, ascii}: CommandIo) {
	return {stdin, stdout: stdout.stream, stderr: stderr.stream, env, signal, ascii, withoutSecrets};
}

/** Why nobody can be shown a screen. */
export type NoScreenReason = 'no-input' | 'no-terminal' | 'dumb' | 'ci';

/** Why there is no person at a terminal that can show screens; `undefined` when there is one. */
export function noScreenReason({stdin, stdout, mayPrompt: asks, env}: CommandIo): NoScreenReason | undefined {
	if (!asks) return 'no-input';
	if (!stdin.isTTY || !stdout.isTTY) return 'no-terminal';
	if (env.TERM === 'dumb') return 'dumb';
	return isContinuousIntegration(env) ? 'ci' : undefined;
}

/** Whether a person sits at a terminal that can show screens. */
export function isInteractive(io: CommandIo): boolean {
	return noScreenReason(io) === undefined;
}

/** Whether a person can be asked a question in a line. */
export function canPrompt({stdin, stderr, mayPrompt: asks, env}: CommandIo): boolean {
	return asks && stdin.isTTY && stderr.isTTY && !isContinuousIntegration(env);
}

function isContinuousIntegration({CI = ''}: NodeJS.ProcessEnv): boolean {
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
