/** What a command may touch of the process. */
export type CommandIo = {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly stderr: NodeJS.WriteStream;
	readonly env: NodeJS.ProcessEnv;
	/** Aborted by SIGINT, SIGTERM or SIGHUP. */
	readonly signal: AbortSignal;
};

/** Why nobody can be shown a screen. */
export type NoScreen = 'no-terminal' | 'dumb' | 'ci';

/** Why there is no person at a terminal that can show screens; `undefined` when there is one. */
export function noScreen({stdin, stdout, env: {TERM, CI = ''}}: CommandIo): NoScreen | undefined {
	if (!stdin.isTTY || !stdout.isTTY) return 'no-terminal';
	if (TERM === 'dumb') return 'dumb';
	return ['', '0', 'false'].includes(CI) ? undefined : 'ci';
}

/** Whether a person sits at a terminal that can show screens. */
export function isInteractive(io: CommandIo): boolean {
	return noScreen(io) === undefined;
}
