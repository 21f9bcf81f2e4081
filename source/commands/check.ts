import {exitCodes} from '../errors/exit-codes.ts';
import {githubReport} from '../report/check/github.ts';
import {jsonReport} from '../report/check/json.ts';
import {junitReport} from '../report/check/junit.ts';
import {type IgnoredProblem, isUnread, type ReportedFile, severityCount} from '../report/check/reported-file.ts';
import {textReport} from '../report/check/text.ts';
import {Bundle} from '../session/bundle.ts';
import {FormatError} from '../session/format-error.ts';
import {openEach} from '../session/open-each.ts';
import type {Session} from '../session/session.ts';
import {checkedFile, unreadableFile} from './checked.ts';
import {includeCommand, noteCompanion} from './companion.ts';
import {openTargetSources} from './input-files.ts';
import type {CommandIo} from './io.ts';
import {messages} from './messages.ts';
import {type CommandSubject, commandOn, fixCommandOn, uploadCommandOn} from './next-command.ts';
import {noteTaken} from './note-taken.ts';
import {errorValue} from './report-error.ts';
import {reportedMapping} from './reported-mapping.ts';
import {runAndClose} from './run-and-close.ts';
import {stdinSource} from './standard-input.ts';
import {findTarget, type UploadTarget, type UploadTargetOptions} from './target.ts';

export type CheckCommandOptions = UploadTargetOptions & {
	/** A file, a folder, the name of a profile, or `-` for standard input. */
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

/** `secoda-upload check <file|profile|-> [file]`: reports problems. Returns the exit code. */
export async function checkCommand(options: CheckCommandOptions, io: CommandIo): Promise<number> {
	const target = await findTarget(options, io);
	const subject = {source: options.source, target, options};
	// A report has every file, also one of an unknown format; on a terminal, the error of that one is enough.
	if (options.format !== 'text') return checkEach(target, options, io);
	const bundle = await Bundle.open(openTargetSources(target, io), io.signal, target.reading);
	return runAndClose(bundle, async () => {
		noteTaken(bundle, io);
		const files = await Promise.all(bundle.sessions.map(session => reported(session, subject)));
		await writeReport(files, options, io);
		noteCompanion(bundle, includeCommand(['check'], subject), io);
		if (!io.quiet) io.stdout.write(nextStep(files, bundle, subject));
		return exitCodeOf(files);
	});
}

/** Returns a session for the reports, with how to read it if its columns do not match. */
async function reported(
	session: Session,
	subject: CommandSubject & {readonly options: Pick<CheckCommandOptions, 'ignore'>},
): Promise<ReportedFile> {
	const mapping = await reportedMapping(session, subject.target.reading, subject);
	return {...checkedFile(session, subject.options.ignore), mapping};
}

/** Reports files of which some may have an unknown format: these are not compared with the others. */
async function checkEach(target: UploadTarget, options: CheckCommandOptions, io: CommandIo): Promise<number> {
	const opened = await openEach(openTargetSources(target, io), target.reading, io.signal);
	return runAndClose(opened, async () => {
		await opened.check(io.signal);
		const subject = {source: options.source, target, options};
		const files = await Promise.all(
			opened.files.map(file => (file instanceof FormatError ? unreadableFile(file) : reported(file, subject))),
		);
		await writeReport(files, options, io);
		if (opened.bundle !== undefined) {
			noteTaken(opened.bundle, io);
			noteCompanion(opened.bundle, includeCommand(['check'], subject), io);
			return exitCodeOf(files);
		}

		return exitCodes.unreadableFile;
	});
}

function exitCodeOf(files: readonly ReportedFile[]): number {
	return files.every(file => severityCount(file, 'error') === 0) ? exitCodes.done : exitCodes.fileHasErrors;
}

async function writeReport(
	files: readonly ReportedFile[],
	{format, limit}: CheckCommandOptions,
	{stdout}: CommandIo,
): Promise<void> {
	switch (format) {
		case 'json':
			return stdout.writeEncoded(jsonReport(files, limit ?? defaultLimit, errorValue));
		case 'junit':
			return stdout.writeEncoded([junitReport(files, limit ?? defaultLimit)]);
		case 'github':
			return stdout.writeEncoded([githubReport(files)]);
		case 'text':
			return stdout.write(textReport(files, limit));
	}
}

/** Returns the next step as a complete command. */
function nextStep(files: readonly ReportedFile[], {sessions}: Bundle, subject: CommandSubject): string {
	const paths = sessions.map(({path}) => path);
	if (!sessions.every(({canCheckRows}) => canCheckRows) || paths.includes(stdinSource)) return '';
	// The proposal has its own next step.
	if (files.some(isUnread)) return '';
	if (files.some(hasSafeFixes)) return messages.safeFixesExist(fixCommandOn(paths, subject));
	const hasErrors = files.some(file => severityCount(file, 'error') > 0);
	if (hasErrors) return messages.openToFix(commandOn([], subject));
	return messages.next(uploadCommandOn(subject));
}

/** True if one of the first problems has a safe fix. */
export function hasSafeFixes(file: ReportedFile): boolean {
	return [...file.kind.safeCodes].some(code =>
		file.first(code, maxInspected).some(({fixes}) => fixes.some(({safe}) => safe)),
	);
}
