import {exitCodes} from '../../errors/exit-codes.ts';
import {planJson} from '../../report/plan/json.ts';
import {planMarkdown} from '../../report/plan/markdown.ts';
import {hasChanges, type ReportedPlan, type ReportedVerdict} from '../../report/plan/reported-plan.ts';
import {planText} from '../../report/plan/text.ts';
import type {CommandIo} from '../io.ts';
import {errorValue} from '../report-error.ts';
import type {PlanCommandOptions} from './options.ts';

/** The number of lines of the tree of changes. */
const linesOfTree = 300;

/** Writes a plan to standard output. Returns the exit code. */
export async function reportPlan(
	reported: ReportedPlan & {readonly verdict: ReportedVerdict},
	{format, exitCode}: Pick<PlanCommandOptions, 'format' | 'exitCode'>,
	{stdout}: CommandIo,
): Promise<number> {
	const {plan, notSent, verdict, rollback, comparedWith} = reported;
	const skipped = comparedWith.kind === 'file' ? comparedWith.other.skipped : undefined;
	switch (format) {
		case 'json':
			await stdout.writeEncoded(planJson({plan, notSent, rollback, skipped, verdict: verdict.result}, errorValue));
			stdout.write('\n');
			break;
		case 'markdown':
			stdout.write(planMarkdown(reported));
			break;
		case 'text':
			stdout.write(`${planText(reported, linesOfTree).join('\n')}\n`);
			break;
		default:
			format satisfies never;
	}

	return exitCode && hasChanges(plan) ? exitCodes.changes : exitCodes.done;
}
