import {exitCodes} from '../../errors/exit-codes.ts';
import {UserError} from '../../errors/user-error.ts';
import {type ReportedFile, severityCount} from '../../report/check/reported-file.ts';
import type {Session} from '../../session/session.ts';
import {checkedFile, savedFile} from '../checked.ts';
import type {CommandIo} from '../io.ts';
import {openStdin, stdinSource} from '../standard-input.ts';
import {findTarget, type UploadTargetOptions} from '../target.ts';
import {type FixChange, type FixOptions, makeChanges} from './changes.ts';
import {type DestinationOptions, findDestination, takesStdout} from './destination.ts';
import {assertNotEdited} from './in-use.ts';
import {nextAfterFix} from './next-step.ts';
import type {MapOption} from './options.ts';
import {openForFix} from './prepare.ts';
import {fixJson, fixText} from './report.ts';
import {type FixOutput, writeResult} from './write-result.ts';

export type FixCommandOptions = UploadTargetOptions &
	FixOptions &
	DestinationOptions & {readonly map: readonly MapOption[]};

/** `secoda-upload fix <file|->`: applies the requested changes and all safe fixes, and saves the result byte-true. Returns the exit code. */
export async function fixCommand(options: FixCommandOptions, io: CommandIo): Promise<number> {
	const {source} = options;
	// Here --map and --set change the header and the cells; they do not affect reading.
	const target = await findTarget({...options, map: [], set: []}, io);
	const destination = await findDestination(options, io);
	if (options.inPlace && !options.dryRun) await assertNotEdited(source, io.env);
	const from = source === stdinSource ? openStdin(io) : source;
	const session = await openForFix(from, {...options, ...target.reading}, io.signal).catch(error => {
		throw io.signal.aborted ? stoppedBeforeWriting() : error;
	});
	try {
		const changes = [...mappingChange(options.map), ...(session.canCheckRows ? makeChanges(session, options) : [])];
		const hasChanged = changes.length > 0 || session.records.file.isCopy;
		const written = await writeResult({session, hasChanged}, destination, io);
		const file = fileAfter(session, written);
		const report = takesStdout(destination) ? io.stderr : io.stdout;
		const fixed = {source, encoding: target.reading.encoding, dryRun: options.dryRun, changes, written, file};
		if (options.json) report.writeJson(fixJson(fixed));
		else report.write(fixText(fixed, session));
		if (!options.json) {
			const {delimiter, project} = options;
			// The new file has a valid header and is UTF-8, but keeps the separator.
			const encoding = written.kind === 'saved' ? undefined : options.encoding;
			const subject = {source, target, options: {encoding, delimiter, project}};
			const hasChanges = changes.length > 0;
			const next = nextAfterFix({file, written, hasChanges}, subject, {...options, yes: io.yes});
			if (next !== undefined) report.write(`Next: ${next}\n`);
		}

		return severityCount(file, 'error') === 0 ? exitCodes.done : exitCodes.fileHasErrors;
	} finally {
		await session.close();
	}
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

/** Returns the error for a stop before anything was written. */
function stoppedBeforeWriting(): UserError {
	return new UserError('save-stopped', 'Stopped. Nothing was written.', 'Run the command again to start over.');
}

function mappingChange(map: readonly MapOption[]): readonly FixChange[] {
	if (map.length === 0) return [];
	const samples = map.map(({header, field}) => ({row: 1, field: header, before: header, after: field}));
	return [{what: 'map', cells: map.length, samples}];
}
