import {exitCodes} from '../errors/exit-codes.ts';
import type {Ending} from '../job/ending.ts';
import {visible} from '../text/visible.ts';
import {differenceLines, differencesJson} from './differences.ts';
import {edgesJson} from './edges.ts';
import {rollbackJson} from './plan/rollback.ts';

/**
Returns the outcome of an upload in the documented shape of `upload --json`. An outcome with an exit code other than 0 includes the
`error` of a failed command.
*/
export function endingJson(ending: Ending): object {
	const {outcome, sent, sync, edges, differences, message, entry, undo, rollback, exitCode} = ending;
	return {
		outcome,
		sent,
		sync,
		edges: edges === undefined ? null : edgesJson(edges),
		...(differences === undefined ? {} : {differences: differencesJson(differences)}),
		message,
		entry: entry ?? null,
		undo: undo ?? null,
		...(rollback === undefined ? {} : {rollback: rollbackJson(rollback)}),
		...(exitCode === exitCodes.done ? {} : {error: errorJson(ending)}),
	};
}

function errorJson({outcome, code, message, next, exitCode}: Ending): object {
	const ofOutcome = exitCode === exitCodes.fileHasErrors ? 'file-has-errors' : outcome;
	return {code: code ?? ofOutcome, problem: message, hint: next, exitCode};
}

/** Returns the outcome of an upload as text: what happened, the state of the catalog, the next step. */
export function endingLines({message, catalog, next, undo, link, differences}: Ending): string {
	const lines = [
		message,
		...differenceLines(differences),
		`Catalog: ${catalog}`,
		`Next: ${next}`,
		...(undo === undefined ? [] : [`Undo: ${undo}`]),
		...(link === undefined ? [] : [`Syncs: ${link}`]),
	];
	return `${lines.map(line => visible(line)).join('\n')}\n`;
}
