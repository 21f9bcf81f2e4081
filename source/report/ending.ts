import {exitCodes} from '../errors/exit-codes.ts';
import type {Ending, StoppedPlan} from '../job/ending.ts';
import {visible} from '../text/visible.ts';
import {columnName, tableName} from './plan.ts';

/**
The end of an upload for programs; the documented shape of `upload --json`. A safety stop has its plan, and each end with an
exit code other than 0 has the `error` that every failing command has.
*/
export function endingJson(ending: Ending): object {
	const {outcome, sent, sync, message, entry, plan, exitCode} = ending;
	return {
		outcome,
		sent,
		sync,
		message,
		entry: entry ?? null,
		...(plan === undefined ? {} : {plan: planJson(plan)}),
		...(exitCode === exitCodes.done ? {} : {error: errorJson(ending)}),
	};
}

function errorJson({outcome, code, message, next, exitCode}: Ending): object {
	const ofOutcome = exitCode === exitCodes.fileHasErrors ? 'file-has-errors' : outcome;
	return {code: code ?? ofOutcome, problem: message, hint: next, exitCode};
}

function planJson(plan: StoppedPlan): object {
	const {id, reasons, file, catalog, created, kept, hidden, notSent} = plan;
	const hiddenTables = plan.hiddenTableSamples.map(tableName);
	const hiddenColumns = plan.hiddenSamples.map(columnName);
	const truncated = {
		tables: hiddenTables.length < hidden.tables,
		columns: hiddenColumns.length < hidden.columns,
	};
	return {id, reasons, file, catalog, created, kept, hidden, hiddenTables, hiddenColumns, truncated, notSent};
}

/** The end of an upload for people: what happened, the state of the catalog, what to do next. */
export function endingLines({message, catalog, next, link}: Ending): string {
	const lines = [message, `Catalog: ${catalog}`, `Next: ${next}`, ...(link === undefined ? [] : [`Syncs: ${link}`])];
	return `${lines.map(line => visible(line)).join('\n')}\n`;
}
