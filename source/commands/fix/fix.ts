import {exitCodes} from '../../errors/exit-codes.ts';
import {type ReportedFile, severityCount} from '../../report/check/reported-file.ts';
import {saveSummary} from '../../report/saved.ts';
import type {Session} from '../../session/session.ts';
import {visible} from '../../text/visible.ts';
import {checkedFile, savedFile} from '../checked.ts';
import {includeCommand, noteCompanion} from '../companion.ts';
import {type FilePaths, filesIn} from '../input-files.ts';
import {type CommandIo, note} from '../io.ts';
import type {CommandSubject} from '../next-command.ts';
import {noteTaken} from '../note-taken.ts';
import type {OutputStream} from '../output-stream.ts';
import {runAndClose} from '../run-and-close.ts';
import {stdinSource} from '../standard-input.ts';
import {findTarget, type ReadingOptions, type UploadTargetOptions} from '../target.ts';
import {usageErrors} from '../usage-errors.ts';
import {type FixChange, type FixOptions, makeChanges} from './changes.ts';
import {type DestinationOptions, findDestinations, takesStdout} from './destination.ts';
import {assertNotEdited} from './in-use.ts';
import {nextAfterFix} from './next-step.ts';
import {type MapOption, noMap} from './options.ts';
import {type FixPlan, planFix} from './plan-fix.ts';
import {openAllForFix} from './prepare.ts';
import {type FixResult, fixesJson, fixText} from './report.ts';
import {type FixOutput, writeResult} from './write-result.ts';

export type FixCommandOptions = UploadTargetOptions & FixOptions & DestinationOptions;

/**
`secoda-upload fix <file|-> [file]`: applies the requested changes and all safe fixes, and saves the results byte-true. Returns the exit
code.
*/
export async function fixCommand(options: FixCommandOptions, io: CommandIo): Promise<number> {
	const {source, other} = options;
	const target = await findTarget({...options, map: {...noMap, proposal: options.map?.proposal}, set: []}, io);
	const plan = planFix(target.reading, options);
	const paths: FilePaths = other === undefined ? filesIn(source) : [source, other];
	if (paths.length > 1) assertForSeveral(paths, options);
	const found = await findDestinations(paths, options, io);
	const destinations = new Map(paths.map((path, at) => [path, found[at]]));
	if (options.inPlace && !options.dryRun) for (const path of paths) await assertNotEdited(path, io.env);
	const bundle = await openAllForFix(paths, {...plan.reading, map: plan.map, set: plan.set}, io);
	return runAndClose(bundle, async () => {
		noteTaken(bundle, io);
		const subject = {source: bundle.path, target, options: {...options, other: bundle.others[0]?.path}};
		noteCompanion(bundle, includeCommand(['fix'], subject), io);
		const changed = bundle.sessions.map(session => changesOf(session, {...options, set: plan.set}, plan.map));
		const results: FixedFile[] = [];
		for (const [at, session] of bundle.sessions.entries()) {
			const destination = destinations.get(session.path) ?? {kind: 'nowhere'};
			const changes = changed[at] ?? [];
			const hasChanged = changes.length > 0 || session.records.file.isCopy;
			const written = await writeResult({session, hasChanged}, destination, io).catch(error => {
				for (const {fixed} of results) noteWritten(fixed, io);
				throw error;
			});
			const file = fileAfter(session, written);
			const fixed = {
				source: session.path,
				encoding: target.reading.encoding,
				dryRun: options.dryRun,
				changes,
				written,
				file,
			};
			results.push({fixed, session});
		}

		const report = found.some(takesStdout) ? io.stderr : io.stdout;
		if (options.json) report.writeJson(fixesJson(results.map(({fixed}) => fixed)));
		else writeReport(results, subject, {...options, form: plan.form}, report, io);
		return results.every(({fixed}) => severityCount(fixed.file, 'error') === 0)
			? exitCodes.done
			: exitCodes.fileHasErrors;
	});
}

type FixedFile = {readonly fixed: FixResult; readonly session: Session};

/** Writes the changes of each file and the next command. */
function writeReport(
	results: readonly FixedFile[],
	{source, target, options: {other}}: CommandSubject,
	options: FixCommandOptions & {readonly form: FixPlan['form']},
	report: OutputStream,
	io: CommandIo,
): void {
	for (const {fixed, session} of results) {
		if (results.length > 1) report.write(`${visible(fixed.source)}\n`);
		report.write(fixText(fixed, session));
	}

	const isSaved = results.some(({fixed}) => fixed.written.kind === 'saved');
	const subject = {source, target, options: {...readingAfter(options, isSaved ? 'saved' : 'not saved'), other}};
	const fixed = results.map(result => result.fixed);
	const next = nextAfterFix(fixed, subject, {...options, yes: io.yes});
	if (next !== undefined) report.write(`Next: ${next}\n`);
}

/** Returns the options for reading the result: a new file has a valid header and is UTF-8. */
function readingAfter(
	options: FixCommandOptions & {readonly form: FixPlan['form']},
	result: 'saved' | 'not saved',
): ReadingOptions {
	const {encoding, delimiter, headerRow, project, form} = options;
	if (form === 'canonical') return result === 'saved' ? {project} : options;
	return {encoding: result === 'saved' ? undefined : encoding, delimiter, headerRow, project};
}

/** Rejects options that are for one file only. @throws UsageError */
function assertForSeveral(paths: FilePaths, {map = noMap, set, replace}: FixCommandOptions): void {
	if (paths.includes(stdinSource)) throw usageErrors.streamOfTwo();
	if (map.columns.length + set.length + replace.length > 0) throw usageErrors.fieldsOfSeveralFiles();
}

function changesOf(session: Session, options: FixOptions, map: readonly MapOption[]): readonly FixChange[] {
	return [...mappingChange(session, map), ...(session.canCheckRows ? makeChanges(session, options) : [])];
}

/** Notes a file that was written before the write of another failed. */
function noteWritten({written}: FixResult, io: CommandIo): void {
	if (written.kind === 'saved') note(io, visible(saveSummary(written.saved)));
}

/** Returns the file for the report: the saved file with its line numbers, or the input. */
function fileAfter(session: Session, written: FixOutput): ReportedFile {
	switch (written.kind) {
		case 'nothing':
		case 'streamed':
			return checkedFile(session);
		case 'saved':
			return savedFile(session, written.saved.path);
	}
}

function mappingChange({records}: Session, map: readonly MapOption[]): readonly FixChange[] {
	if (map.length === 0) return [];
	const row = records.numberOf(records.headerRow ?? 1);
	const samples = map.map(({header, field}) => ({row, field: header, before: header, after: field}));
	return [{what: 'map', cells: map.length, samples}];
}
