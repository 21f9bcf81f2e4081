import {type PlanAgainst, planAgainst} from '../../job/plan-against.ts';
import type {ReportedPlan} from '../../report/plan/reported-plan.ts';
import {TemporaryStore} from '../../snapshot/temporary-store.ts';
import {visible} from '../../text/visible.ts';
import type {CommandIo} from '../io.ts';
import {runAndClose} from '../run-and-close.ts';
import {stdinSource} from '../standard-input.ts';
import type {UploadTarget} from '../target.ts';
import {usageErrors} from '../usage-errors.ts';
import type {PlanCommandOptions} from './options.ts';
import {reportPlan} from './report.ts';
import {takeFiles, takeOthers} from './taken-files.ts';

/** Compares the files of a target with others in place of the catalog. Needs neither a token nor a network. Returns the exit code. */
export async function compareFiles(target: UploadTarget, options: PlanCommandOptions, io: CommandIo): Promise<number> {
	const {against} = options;
	if (target.files.includes(stdinSource) && against.includes(stdinSource)) throw usageErrors.twoStreams();
	const store = await TemporaryStore.open();
	return runAndClose(store, async () => {
		// In sequence: two open files would take twice the memory.
		const file = await takeFiles(target, store, io);
		const other = await takeOthers({...target, files: against, profile: undefined}, file.taken, store, io);
		const pair = {after: file.taken, before: other.taken};
		if (pair.after.snapshot.kind !== pair.before.snapshot.kind)
			throw usageErrors.otherKind(visible(file.name), visible(other.name));
		return planAgainst(pair, {limits: target.guard, composeFix: file.composeFix}, io.signal, against =>
			reportPlan(reportedPlan(against, {file, other}), options, io),
		);
	});
}

function reportedPlan(
	{plan, guardResult, totals, otherTotals}: PlanAgainst,
	{
		file,
		other,
	}: {
		readonly file: Awaited<ReturnType<typeof takeFiles>>;
		readonly other: Awaited<ReturnType<typeof takeOthers>>;
	},
) {
	return {
		plan,
		totals,
		comparedWith: {
			kind: 'file',
			file: {name: file.name, totals},
			other: {name: other.name, totals: otherTotals, skipped: other.skipped},
		},
		warnings: file.warnings,
		notSent: file.notSent,
		verdict: {result: guardResult},
	} as const satisfies ReportedPlan;
}
