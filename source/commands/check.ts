import {exitCodes} from '../errors/exit-codes.ts';
import {type CheckedFile, type IgnoredProblem, severityCount} from '../report/check/checked-file.ts';
import {githubReport} from '../report/check/github.ts';
import {jsonReport} from '../report/check/json.ts';
import {junitReport} from '../report/check/junit.ts';
import {textReport} from '../report/check/text.ts';
import {FormatError} from '../session/format-error.ts';
import {Session} from '../session/session.ts';
import {checkedFile, unreadableFile} from './checked.ts';
import type {CommandIo} from './io.ts';
import {type CommandSubject, commandOn, fixCommandOn, uploadCommandOn} from './next-command.ts';
import {errorValue} from './report-error.ts';
import {stdinSource} from './standard-input.ts';
import {findTarget, openTargetSource, type UploadTargetOptions} from './target.ts';

export type CheckCommandOptions = UploadTargetOptions & {
	/** A file, the name of a profile, or `-` for standard input. */
	readonly source: string;
	readonly format: 'text' | 'json' | 'junit' | 'github';
	/** Maximum number of problems to list, 0 = all; each format has its own default. */
	readonly limit?: number | undefined;
	readonly ignore: readonly IgnoredProblem[];
};

/** Problems of each kind of which a fix is looked for. */
const maxInspected = 100;

/** Problems that are listed unless --limit is given. */
const defaultLimit = 1000;

/** `secoda-upload check <file|profile|->`: problems only. Answers the exit code. */
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
	file: CheckedFile,
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

/** Returns what to do now, with a command that can be typed as it stands. */
function nextStep(file: CheckedFile, session: Session, subject: CommandSubject): string {
	if (!session.canCheckRows || subject.source === stdinSource) return '';
	if (hasSafeFixes(file)) {
		const fix = fixCommandOn(session.path, subject);
		return `Some problems have safe fixes; the others need a person.\nNext: ${fix}\n`;
	}

	if (severityCount(file, 'error') > 0) return `Open the file to fix the errors.\nNext: ${commandOn([], subject)}\n`;
	return `Next: ${uploadCommandOn(subject)}\n`;
}

/** Whether one of the first problems that can be mended safely is. */
function hasSafeFixes(file: CheckedFile): boolean {
	return [...file.kind.safeCodes].some(code =>
		file.first(code, maxInspected).some(({fixes}) => fixes.some(({safe}) => safe)),
	);
}
