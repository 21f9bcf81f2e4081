import {withoutSecrets} from '../profiles/known-secrets.ts';
import type {OutputStream} from './output-stream.ts';

/** The streams, environment and abort signal of the process. */
export type Streams = {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: OutputStream;
	readonly stderr: OutputStream;
	readonly env: NodeJS.ProcessEnv;
	/** Aborted by SIGINT, SIGTERM or SIGHUP. */
	readonly signal: AbortSignal;
};

/** The options for output and prompts, which all commands share. */
export type OutputOptions = {
	/** `false` for --no-input: never prompt. */
	readonly mayPrompt: boolean;
	/** --yes: answer yes to questions, but not to a safety stop. */
	readonly yes: boolean;
	/** --quiet: print only results and errors. */
	readonly quiet: boolean;
	/** --ascii: draw screens with ASCII characters only. */
	readonly ascii: boolean;
	/** The format of results and errors: `json` for --json and --format json. */
	readonly result: 'text' | 'json';
	readonly effect: Effect;
};

/** The change that a successful command makes in Secoda. An error before it states that nothing was sent or created. */
export type Effect = 'none' | 'upload' | 'create';

/** The words of the command line, without the program. */
export type TypedWords = {readonly argv: readonly string[]};

export type CommandIo = Streams & OutputOptions & TypedWords;

/** Returns the streams for the app, which draws on the terminal directly. */
export function appStreams({stdin, stdout, stderr, env, signal, ascii}: CommandIo) {
	return {stdin, stdout: stdout.stream, stderr: stderr.stream, env, signal, ascii, withoutSecrets};
}

/** The reason why screens cannot be shown. */
export type NoScreenReason = 'no-input' | 'no-terminal' | 'dumb' | 'ci';

/** Returns why screens cannot be shown; `undefined` if they can. */
export function noScreenReason({stdin, stdout, mayPrompt: asks, env}: CommandIo): NoScreenReason | undefined {
	if (!asks) return 'no-input';
	if (!stdin.isTTY || !stdout.isTTY) return 'no-terminal';
	if (env.TERM === 'dumb') return 'dumb';
	return isContinuousIntegration(env) ? 'ci' : undefined;
}

/** True if screens can be shown to a user. */
export function isInteractive(io: CommandIo): boolean {
	return noScreenReason(io) === undefined;
}

/** True if the user can be asked a question on one line. */
export function canPrompt({stdin, stderr, mayPrompt: asks, env}: CommandIo): boolean {
	return asks && stdin.isTTY && stderr.isTTY && !isContinuousIntegration(env);
}

function isContinuousIntegration({CI = ''}: NodeJS.ProcessEnv): boolean {
	return !['', '0', 'false'].includes(CI);
}

/** Prints to stdout that a command is done. With --quiet, only the exit code reports it. */
export function reportDone({stdout, quiet}: Pick<CommandIo, 'stdout' | 'quiet'>, text: string): void {
	if (!quiet) stdout.write(`${text}\n`);
}

/** Prints a note to stderr, unless --quiet is given. */
export function note({stderr, quiet}: Pick<CommandIo, 'stderr' | 'quiet'>, text: string): void {
	if (!quiet) stderr.write(`${text}\n`);
}
