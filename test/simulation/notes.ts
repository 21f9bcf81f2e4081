import {isExplainedByOthers} from './explained.ts';
import type {Ended, RunResult} from './run.ts';

/** Returns what happened in a run: its outcomes, and what a rule or a kind of evidence needs to be tested at all. */
export function noteRun(result: RunResult): readonly string[] {
	const {world, planned, ends, older} = result;
	const notes: string[] = [];
	for (const [at, end] of ends.entries()) {
		const {outcome, edges, rollback} = end.ending;
		const when = at === 0 ? '' : 'again: ';
		notes.push(`${when}${outcome}`, `${world.kind}: ${when}${outcome}`);
		if (edges !== undefined) notes.push(`edges ${edges.state}`);
		if (outcome !== 'confirmed') continue;
		notes.push(...notesOfConfirmed(result, end));
		if (rollback !== undefined) notes.push('rollback confirmed');
		if (world.isForced) notes.push('forced and confirmed');
	}

	const stop = planned?.preview.guardResult;
	if (stop?.kind === 'stopped') {
		for (const {code} of stop.reasons) notes.push(`stop: ${code}`);
		if (older !== undefined && older.preview.plan.id === planned?.preview.plan.id) notes.push('older plan approved');
		if (older !== undefined && older.preview.plan.id !== planned?.preview.plan.id) notes.push('older plan refused');
	}

	if ((planned?.preview.plan.edited?.count ?? 0) > 0) notes.push('edited descriptions');
	return notes;
}

/** Returns which evidence an upload that is confirmed can have had. */
function notesOfConfirmed(result: RunResult, end: Ended): readonly string[] {
	const {world, before} = result;
	const notes: string[] = [];
	if (!end.isTaken && isExplainedByOthers(result, end)) notes.push('changes of others explain it');
	const isApplied = world.file.pages.every(page => end.written.has(page));
	if (end.isTaken && !isApplied)
		notes.push(end.otherChanges > 0 ? 'confirmed by changes of others' : 'confirmed before the sync ended');
	const file = new Set(world.file.pages);
	const isVisible = [...file].some(page => !before.shown.has(page)) || [...before.shown].some(page => !file.has(page));
	if (!isVisible) notes.push((end.ending.edges?.counts.created ?? 0) > 0 ? 'confirmed by edges' : 'confirmed by texts');
	return notes;
}
