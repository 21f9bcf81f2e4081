import {exitCodes} from '../errors/exit-codes.ts';
import {hasCode, UserError} from '../errors/user-error.ts';
import {hasSent} from '../job/sent.ts';
import {visible} from '../text/visible.ts';
import {version} from '../version.ts';
import type {CommandIo, Streams} from './io.ts';

/** An error as `--json` prints it, in one shape for every command: `{"error": {…}}`. */
export type ErrorJson = {
	readonly code: string;
	readonly problem: string;
	readonly hint: string;
	readonly exitCode: number;
};

/** The output for errors: text on stderr, with `--json` also one object on stdout. */
export type ErrorOutput = Pick<Streams, 'stdout' | 'stderr'> & Pick<CommandIo, 'result' | 'effect'>;

/** Runs a command and returns its exit code; reports its error, if any, and returns the exit code of the error. */
export async function withErrorReport(run: (io: CommandIo) => Promise<number>, io: CommandIo): Promise<number> {
	try {
		return await run(io);
	} catch (error) {
		return reportError(error, io);
	}
}

function reportError(error: unknown, io: CommandIo): number {
	// The state of a file or of Secoda is reported even if the user stopped the command.
	const hasState = error instanceof UserError && (isSaveError(error) || error.exitCode === exitCodes.unknown);
	if (io.signal.aborted && !hasState) return printError(stopped, 'Stopped.\n', io);
	return error instanceof UserError ? reportUserError(error, io) : reportBug(error, io);
}

/** True if the error describes the state of a file. */
function isSaveError(error: UserError): boolean {
	return hasCode(error, ['save-stopped', 'not-written', 'file-changed', 'already-exists']);
}

/** Reports an expected error; returns its exit code. */
export function reportUserError(error: UserError, output: ErrorOutput): number {
	const {code, problem, exitCode} = error;
	const hint = hintOf(error);
	const text = `${visible(problem)}\n${effectText(error, output)}Next: ${visible(hint)}\n`;
	return printError({code, problem, hint, exitCode}, text, output);
}

/** Returns that nothing was sent or created, if that is certain. */
function effectText({code, exitCode}: UserError, {effect}: ErrorOutput): string {
	if (hasSent() || code === 'wrong-usage' || exitCode === exitCodes.unknown) return '';
	switch (effect) {
		case 'none':
			return '';
		case 'upload':
			return 'Nothing was sent. ';
		case 'create':
			return 'Nothing was created. ';
	}
}

/** Returns any error as `--json` prints it. */
export function errorValue(error: unknown): ErrorJson {
	return error instanceof UserError
		? errorJson(error).error
		: {code: 'bug', ...bugMessage(error), exitCode: exitCodes.bug};
}

/** Reports a bug with the details that its maintainers need; returns the exit code for bugs. */
export function reportBug(error: unknown, output: ErrorOutput): number {
	return printError(errorValue(error), bugText(error), output);
}

/** Returns the text of a bug report. */
export function bugText(error: unknown): string {
	const {problem, hint} = bugMessage(error);
	const system = `secoda-upload ${version}, Node ${process.version}, ${process.platform} ${process.arch}`;
	const stack = error instanceof Error ? (error.stack ?? '').split('\n').slice(1) : [];
	return `${[visible(problem), ...stack.map(visible), `  ${system}`, hint].filter(Boolean).join('\n')}\n`;
}

function bugMessage(error: unknown): {readonly problem: string; readonly hint: string} {
	const sent = hasSent() ? ' An upload was sent: run "secoda-upload history" to see its state.' : '';
	return {
		problem: `Bug in secoda-upload: ${error instanceof Error ? error.message : String(error)}`,
		hint: `Report it with this text and the command you ran. The last message describes the state of your files.${sent}`,
	};
}

function printError(error: ErrorJson, text: string, {stdout, stderr, result}: ErrorOutput): number {
	// After part of a result, the error is printed to stderr only.
	if (result === 'json' && !stdout.isResultBegun) stdout.writeJson({error});
	stderr.write(text);
	return error.exitCode;
}

/** Returns an error as `--json` prints it. */
export function errorJson({code, problem, hint, exitCode}: UserError): {readonly error: ErrorJson} {
	return {error: {code, problem, hint, exitCode}};
}

const stopped: ErrorJson = {
	code: 'cancelled',
	problem: 'Stopped.',
	hint: 'Run the command again to start over.',
	exitCode: exitCodes.interrupted,
};

/** Returns the hint of an error; for keyring errors, with the other ways to give a token. */
function hintOf({code, hint}: UserError): string {
	return code === 'keyring'
		? `${hint} Without a keyring, use SECODA_API_TOKEN, --token-file, or "secoda-upload login <profile> --insecure-storage", which stores the token in a file.`
		: hint;
}
