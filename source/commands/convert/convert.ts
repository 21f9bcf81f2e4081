import {basename, extname} from 'node:path';
import {exitCodes} from '../../errors/exit-codes.ts';
import {Session} from '../../session/session.ts';
import {shellPath} from '../../text/shell-word.ts';
import {hasSafeFixes} from '../check.ts';
import {checkedFile} from '../checked.ts';
import {type CommandIo, note} from '../io.ts';
import {messages} from '../messages.ts';
import {commandOn, commandText, fixCommandOn} from '../next-command.ts';
import {stdinSource} from '../standard-input.ts';
import {findTarget, type UploadTarget, type UploadTargetOptions} from '../target.ts';
import {usageErrors} from '../usage-errors.ts';
import {findLineDestination, linesTakeStdout} from './destination.ts';
import {openInput} from './input.ts';
import {JsonInputError} from './json-input-error.ts';
import {jsonLines, type LineSource, sessionLines} from './line-source.ts';
import {convertJson, convertNotes, convertText} from './report.ts';
import {convertErrors} from './texts.ts';
import {type WrittenLines, writeLines} from './write-lines.ts';

export type ConvertOptions = UploadTargetOptions & {
	/** A file, the name of a profile, or `-` for standard input. */
	readonly source: string;
	readonly output?: string | undefined;
	readonly json: boolean;
};

/** `secoda-upload convert <file|profile|->`: writes a CSV, or JSON text, as JSON lines. Returns the exit code. */
export async function convertCommand(options: ConvertOptions, io: CommandIo): Promise<number> {
	const target = await findTarget(options, io);
	const source = fileOf(target);
	const lines = await openLines(source, {target, options}, io);
	try {
		const destination = await findLineDestination({...options, source, output: options.output}, lines.fileName, io);
		const output = await writeLines(lines, destination, io);
		const report = linesTakeStdout(destination) ? io.stderr : io.stdout;
		const result = {source, lines, output};
		if (options.json) report.writeJson(convertJson(result));
		else if (!io.quiet) report.write(convertText(result) + nextStep(output));
		for (const text of convertNotes(lines.written.counts)) note(io, text);
		return exitCodes.done;
	} catch (error) {
		if (error instanceof JsonInputError) io.stderr.write(error.excerpt);
		throw error;
	} finally {
		await lines.close();
	}
}

/** Returns the file of a target. Only a profile can have none. @throws UsageError */
function fileOf({files: [file], profile}: UploadTarget): string {
	if (file === undefined) throw usageErrors.noFileInProfile(profile?.name ?? '');
	return file;
}

type Reading = {readonly target: UploadTarget; readonly options: ConvertOptions};

async function openLines(path: string, {target, options}: Reading, io: CommandIo): Promise<LineSource> {
	const input = await openInput(path, target.reading, io);
	switch (input.kind) {
		case 'json':
			return jsonLines(input.file, fileNameFor(path), target.reading.encoding);
		case 'records': {
			const session = await Session.open(input.source, io.signal, target.reading);
			const lines = session.isValid ? sessionLines(session) : undefined;
			if (lines !== undefined) return lines;
			try {
				throw convertErrors.hasErrors(path, session.problemCount('error'), hintToFix(session, {target, options}));
			} finally {
				await session.close();
			}
		}

		default:
			return input satisfies never;
	}
}

function fileNameFor(path: string): string {
	return path === stdinSource ? 'resources.jsonl' : `${basename(path, extname(path))}.jsonl`;
}

/** Returns the command that checks the new file. */
function nextStep(output: WrittenLines): string {
	return output.kind === 'saved' ? messages.next(`${commandText(['check'])} ${shellPath(output.saved.path)}`) : '';
}

/** Returns how to fix the errors of a file. */
function hintToFix(session: Session, {target, options}: Reading): string {
	if (session.path === stdinSource) return convertErrors.saveToFix;
	const subject = {source: options.source, target, options};
	const canFix = session.canCheckRows && hasSafeFixes(checkedFile(session));
	return convertErrors.runToFix(canFix ? fixCommandOn([session.path], subject) : commandOn([], subject));
}
