/** What a command may touch of the process. */
export type CommandIo = {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	readonly stderr: NodeJS.WriteStream;
	readonly env: NodeJS.ProcessEnv;
	/** Aborted by SIGINT, SIGTERM or SIGHUP. */
	readonly signal: AbortSignal;
};

/** Whether a person sits at a terminal that can show screens. */
export function isInteractive({stdin, stdout, env}: CommandIo): boolean {
	return Boolean(stdin.isTTY && stdout.isTTY) && env.TERM !== 'dumb';
}
