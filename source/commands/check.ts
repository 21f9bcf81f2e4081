import {exitCodes} from '../errors/exit-codes.ts';
import {githubReport} from '../report/check/github.ts';
import {jsonReport} from '../report/check/json.ts';
import {junitReport} from '../report/check/junit.ts';
import {type IgnoredProblem, type ReportedFile, severityCount} from '../report/check/reported-file.ts';
import {textReport} from '../report/check/text.ts';
import {FormatError} from '../session/format-error.ts';
import {Session} from '../session/session.ts';
import {checkedFile, unreadableFile} from './checked.ts';
import type {CommandIo} from './io.ts';
import {messages} from './messages.ts';
import {type CommandSubject, commandOn, fixCommandOn, uploadCommandOn} from './next-command.ts';
import {errorValue} from './report-error.ts';
import {stdinSource} from './standard-input.ts';
import {findTarget, openTargetSource, type UploadTargetOptions} from './target.ts';

export type CheckCommandOptions = UploadTargetOptions & {
	/** A file, the name of a profile, or `-` for standard input. */
	readonly source: string;
	readonly format: 'text' | 'json' | 'junit' | 'github';
	/** The maximum number of problems to list, 0 = all; each format has its own default. */
	readonly limit?: number | undefined;
	readonly ignore: readonly IgnoredProblem[];
};

/** How many problems per code are searched for a safe fix. */
const maxInspected = 100;

/** The maximum number of problems to list unless --limit is given. */
const defaultLimit = 1000;

/** `secoda-upload check <file|profile|->`: reports problems. Returns the exit code. */
export async function checkCommand(options: CheckCommandOptions, io: CommandIo): Promise<number> {
	const {source, ignore} = options;
	try {
		const target = await findTarget(options, io);
		const session = await Session.open(openTargetSource(target, io), io.signal, target.reading);
		try {
			const file = checkedFile(session, ignore);
			await writeReport(file, options, io);
			if (options.format === 'text' && !io.quiet) io.stdout.write(nextStep(file, session, {source, target, options}));
			return severityCount(file, 'error') === 0 ? exitCodes.done : exitCodes.fileHasErrors;
		} finally {
			await session.close();
		}
	} catch (error) {
		if (!(error instanceof FormatError) || options.format === 'text') throw error;
		await writeReport(unreadableFile(error), options, io);
		return exitCodes.unreadableFile;
	}
}

async function writeReport(
	file: ReportedFile,
	{format, limit}: CheckCommandOptions,
	{stdout}: CommandIo,
): Promise<void> {
	switch (format) {
		case 'json':
			return stdout.writeEncoded(jsonReport(file, limit ?? defaultLimit, errorValue));
		case 'junit':
			return stdout.writeEncoded([junitReport(file, limit ?? defaultLimit)]);
		case 'github':
			return stdout.writeEncoded([githubReport(file)]);
		case 'text':
			return stdout.write(textReport(file, limit));
	}
}

/** Returns the next step as a complete command. */
function nextStep(file: ReportedFile, session: Session, subject: CommandSubject): string {
	if (!session.canCheckRows || subject.source === stdinSource) return '';
	if (hasSafeFixes(file)) {
		const fix = fixCommandOn(session.path, subject);
		return messages.safeFixesExist(fix);
	}

	if (severityCount(file, 'error') > 0) return messages.openToFix(commandOn([], subject));
	return messages.next(uploadCommandOn(subject));
}

/** True if one of the first problems has a safe fix. */
function hasSafeFixes(file: ReportedFile): boolean {
	return [...file.kind.safeCodes].some(code =>
		file.first(code, maxInspected).some(({fixes}) => fixes.some(({safe}) => safe)),
	);
}
