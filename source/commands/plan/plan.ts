import type {JobEvent} from '../../job/events.ts';
import {planUpload} from '../../job/plan-upload.ts';
import {appFolders} from '../../profiles/folders.ts';
import {reportedPreview} from '../../report/plan/reported-plan.ts';
import {openState} from '../../state/state.ts';
import {approveCommand} from '../approve-command.ts';
import {includeCommand, noteCompanion} from '../companion.ts';
import {composeFixOf} from '../compose-fix.ts';
import {openConnection} from '../connection.ts';
import type {CommandIo} from '../io.ts';
import {JobLog} from '../job-log.ts';
import {runAndClose} from '../run-and-close.ts';
import {findTarget, type UploadTarget} from '../target.ts';
import {openTarget, sendableSource} from '../upload-bundle.ts';
import {compareFiles} from './against.ts';
import type {PlanCommandOptions} from './options.ts';
import {reportPlan} from './report.ts';

/** The changes of a typed `plan` that make the command that uploads the same files. */
const uploadInstead = {
	command: 'upload',
	omitted: [
		{name: '--json', form: 'flag'},
		{name: '--format', form: 'value'},
		{name: '--exit-code', form: 'flag'},
	],
} as const;

/** `secoda-upload plan <file|profile> [file]`: shows what an upload would change, and sends nothing. Returns the exit code. */
export async function planCommand(options: PlanCommandOptions, io: CommandIo): Promise<number> {
	const target = await findTarget(options, io);
	return options.against.length === 0 ? compareWithCatalog(target, options, io) : compareFiles(target, options, io);
}

async function compareWithCatalog(target: UploadTarget, options: PlanCommandOptions, io: CommandIo): Promise<number> {
	const bundle = await openTarget(target, io);
	return runAndClose(bundle, async () => {
		noteCompanion(bundle, includeCommand(['plan'], {source: bundle.path, target, options}), io);
		const source = sendableSource(bundle, io);
		const connection = await openConnection(target, options, io);
		const state = await openState(options.state ?? appFolders(io.env).state);
		const log = new JobLog(io);
		const emit = (event: JobEvent) => log.print(event);
		return runAndClose(state, () =>
			planUpload(
				{...connection, source, limits: target.guard, composeFix: composeFixOf(bundle, target)},
				{...connection, state},
				{signal: io.signal, emit},
				preview => {
					const approve = approveCommand(preview.plan.id, target.files, io, uploadInstead);
					const verdict = {result: preview.guardResult, approve};
					return reportPlan({...reportedPreview(preview), verdict}, options, io);
				},
			),
		);
	});
}
