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

/** Where an error is reported: as text on stderr, with `--json` also as one object on stdout. */
export type ErrorOutput = Pick<Streams, 'stdout' | 'stderr'> & Pick<CommandIo, 'result' | 'effect'>;

/** Runs a command; returns its exit code, or reports the error it ended with and returns that one's. */
export async function withErrorReport(run: (io: CommandIo) => Promise<number>, io: CommandIo): Promise<number> {
	try {
		return await run(io);
	} catch (error) {
		return reportError(error, io);
	}
}

function reportError(error: unknown, io: CommandIo): number {
	// What may have been made, and what became of a file, is reported even to a user who stopped the command.
	const tellsState = error instanceof UserError && (isSaveError(error) || error.exitCode === exitCodes.unknown);
	if (io.signal.aborted && !tellsState) return printError(stopped, 'Stopped.\n', io);
	return error instanceof UserError ? reportUserError(error, io) : reportBug(error, io);
}

/** True if the error says what became of a file. */
function isSaveError(error: UserError): boolean {
	return hasCode(error, ['save-stopped', 'not-written', 'file-changed', 'already-exists']);
}

/** Reports an error that users can meet; returns its exit code. */
export function reportUserError(error: UserError, output: ErrorOutput): number {
	const {code, problem, exitCode} = error;
	const hint = hintOf(error);
	const text = `${visible(problem)}\n${effectText(error, output)}Next: ${visible(hint)}\n`;
	return printError({code, problem, hint, exitCode}, text, output);
}

/** Says that what the command would have done in Secoda was not done, where that is known. */
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

/** Reports a bug of the program with what its maintainers need; returns the exit code for bugs. */
export function reportBug(error: unknown, output: ErrorOutput): number {
	return printError(errorValue(error), bugText(error), output);
}

/** Returns a bug as text for a report. */
export function bugText(error: unknown): string {
	const {problem, hint} = bugMessage(error);
	const system = `secoda-upload ${version}, Node ${process.version}, ${process.platform} ${process.arch}`;
	const stack = error instanceof Error ? (error.stack ?? '').split('\n').slice(1) : [];
	return `${[visible(problem), ...stack.map(visible), `  ${system}`, hint].filter(Boolean).join('\n')}\n`;
}

function bugMessage(error: unknown): {readonly problem: string; readonly hint: string} {
	const sent = hasSent() ? ' An upload was sent: "secoda-upload history" shows what is known of it.' : '';
	return {
		problem: `Bug in secoda-upload: ${error instanceof Error ? error.message : String(error)}`,
		hint: `Report it with this text and the command that you ran. Your files are as the last message said.${sent}`,
	};
}

function printError(error: ErrorJson, text: string, {stdout, stderr, result}: ErrorOutput): number {
	// A result that was begun ends with its error.
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
	hint: 'Run it again when you are ready.',
	exitCode: exitCodes.interrupted,
};

/** On the command line there are other ways to give a token than the keyring. */
function hintOf({code, hint}: UserError): string {
	return code === 'keyring'
		? `${hint} Without it: SECODA_API_TOKEN, --token-file, or "secoda-upload login <profile> --insecure-storage", which keeps the token in a file.`
		: hint;
}
