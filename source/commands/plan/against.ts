import {type PlanAgainst, planAgainst} from '../../job/plan-against.ts';
import type {ReportedPlan} from '../../report/plan/reported-plan.ts';
import {sourceName} from '../../report/source-name.ts';
import {TemporaryStore} from '../../snapshot/temporary-store.ts';
import {visible} from '../../text/visible.ts';
import {composeFixOf} from '../compose-fix.ts';
import type {CommandIo} from '../io.ts';
import {runAndClose} from '../run-and-close.ts';
import {stdinSource} from '../standard-input.ts';
import type {UploadTarget} from '../target.ts';
import {openTarget, sendableSource} from '../upload-bundle.ts';
import {usageErrors} from '../usage-errors.ts';
import type {PlanCommandOptions} from './options.ts';
import {reportPlan} from './report.ts';

/** Compares the files of a target with others in place of the catalog. Needs neither a token nor a network. Returns the exit code. */
export async function compareFiles(target: UploadTarget, options: PlanCommandOptions, io: CommandIo): Promise<number> {
	const {against} = options;
	if (target.files.includes(stdinSource) && against.includes(stdinSource)) throw usageErrors.twoStreams();
	const store = await TemporaryStore.open();
	return runAndClose(store, async () => {
		// In sequence: two open files would take twice the memory.
		const file = await takeFiles(target, store, io);
		const other = await takeFiles({...target, files: against, profile: undefined}, store, io);
		const pair = {after: file.taken, before: other.taken};
		if (pair.after.snapshot.kind !== pair.before.snapshot.kind)
			throw usageErrors.otherKind(visible(file.name), visible(other.name));
		return planAgainst(pair, {limits: target.guard, composeFix: file.composeFix}, io.signal, against =>
			reportPlan(reportedPlan(against, {file, other}), options, io),
		);
	});
}

/** The files of one side, as they would be sent. */
type TakenFiles = Awaited<ReturnType<typeof takeFiles>>;

async function takeFiles(target: UploadTarget, store: TemporaryStore, io: CommandIo) {
	const bundle = await openTarget(target, io);
	return runAndClose(bundle, async () => {
		const source = sendableSource(bundle, io);
		const paths = bundle.sessions.map(({records}) => (records.file.isCopy ? '' : records.file.realPath));
		const taken = await source.take(store.partsOf(paths), io.signal, () => undefined);
		const name = bundle.sessions.map(({path}) => sourceName(path)).join(' and ');
		const composeFix = composeFixOf(bundle, target);
		return {name, taken, composeFix, warnings: source.warnings, notSent: source.notSent};
	});
}

function reportedPlan(
	{plan, guardResult, totals, otherTotals}: PlanAgainst,
	{file, other}: {readonly file: TakenFiles; readonly other: TakenFiles},
) {
	return {
		plan,
		totals,
		comparedWith: {
			kind: 'file',
			file: {name: file.name, totals},
			other: {name: other.name, totals: otherTotals},
		},
		warnings: file.warnings,
		notSent: file.notSent,
		verdict: {result: guardResult},
	} as const satisfies ReportedPlan;
}
