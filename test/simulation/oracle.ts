import {exitCodes} from '../../source/errors/exit-codes.ts';
import type {Outcome} from '../../source/job/ending.ts';
import {catalogTexts} from '../../source/job/messages.ts';
import {defaultLimits, limitsFrom} from '../../source/plan/guard.ts';
import type {Ended, RunResult} from './run.ts';
import type {ColumnName, World} from './world.ts';

/** The rules that no run may break. */
export const rules = [
	'false "confirmed"',
	'false "accepted"',
	'false "nothing was sent"',
	'false "nothing was accepted"',
	'sent twice',
	'hidden without approval',
	'page with an owner hidden without approval',
	'wrong exit code',
	'wrong history',
	'bug',
] as const;

/** True once the guard stops an upload that hides a page with an owner. A test holds it against the guard. */
export const isGuardedByLoss = true;

export type Rule = (typeof rules)[number];

export type Violation = {readonly rule: Rule; readonly what: string};

/** The broken rules of a run, and what happened in it, so that a rule is not kept only because nothing happened. */
export type Judgement = {
	readonly violations: readonly Violation[];
	/** An outcome, or an ending that only the changes of others could explain. */
	readonly notes: readonly string[];
};

const exitCodeOf: Partial<Record<Outcome, number>> = {
	confirmed: exitCodes.done,
	accepted: exitCodes.done,
	unseen: exitCodes.notSeen,
	unknown: exitCodes.unknown,
	stopped: exitCodes.safetyStop,
	cancelled: exitCodes.interrupted,
};

/** Judges a run by what was true. */
export function judge(result: RunResult): Judgement {
	const violations: Violation[] = [];
	const notes: string[] = [];
	const broken = (rule: Rule, what: string) => violations.push({rule, what});
	if (result.ends.length === 0) broken('bug', 'no ending');
	for (const [at, end] of result.ends.entries()) {
		const {outcome, catalog, message, exitCode, bug} = end.ending;
		const report = `${at === 0 ? '' : 'watched again: '}${outcome}: ${message} ${catalog}`;
		notes.push(`${at === 0 ? '' : 'again: '}${outcome}`);
		if (bug !== undefined) broken('bug', `${report} ${bug instanceof Error ? bug.stack : String(bug)}`);
		if (catalog === catalogTexts.nothingSent && end.hasLeft) broken('false "nothing was sent"', report);
		if (isDenial(outcome) && end.isTaken) broken('false "nothing was accepted"', report);
		if (at === 0 && (exitCodeOf[outcome] ?? exitCode) !== exitCode) broken('wrong exit code', `${exitCode}, ${report}`);
		if (end.entry !== undefined && end.entry.outcome !== outcome)
			broken('wrong history', `${end.entry.outcome} in the history, ${report}`);
		if (end.entry === undefined && end.hasLeft) broken('wrong history', `no entry, ${report}`);
		if (isClaim(outcome) && !end.isTaken) {
			if (isExplainedByOthers(result, end)) notes.push('changes of others explain it');
			else broken(outcome === 'confirmed' ? 'false "confirmed"' : 'false "accepted"', `not taken, ${report}`);
		}

		if (outcome === 'confirmed') {
			const {file} = result.world;
			const absent = file.filter(column => !end.shownSince.has(column));
			if (absent.length > 0) broken('false "confirmed"', `${absent.join(' ')} was never shown, ${report}`);
			const isApplied = file.every(column => end.written.has(column));
			if (end.isTaken && !isApplied)
				notes.push(end.otherChanges > 0 ? 'confirmed by changes of others' : 'confirmed before the sync ended');
			const left = [...end.shown].filter(column => !file.includes(column));
			if (
				end.otherChanges === 0 &&
				result.world.reads.lost === undefined &&
				left.length > 0 &&
				!message.includes('still shown')
			)
				broken('false "confirmed"', `${left.join(' ')} still shown, ${report}`);
		}
	}

	judgeAttempts(result, broken);
	judgeHidden(result, broken);
	if (isGuardedByLoss) judgeOwned(result, broken);
	return {violations, notes};
}

/** True if the ending says that Secoda has accepted the file. */
function isClaim(outcome: Outcome): boolean {
	return outcome === 'confirmed' || outcome === 'accepted' || outcome === 'unseen';
}

/** True if the ending says that Secoda has not accepted the file. */
function isDenial(outcome: Outcome): boolean {
	return outcome === 'failed' || outcome === 'refused' || outcome === 'cancelled' || outcome === 'stopped';
}

/** True if others did what the catalog shows, and nothing in it shows that it was not this upload. */
function isExplainedByOthers(
	{world, shownBefore}: RunResult,
	{otherChanges, shown, shownSince, ending}: Ended,
): boolean {
	if (otherChanges === 0 || ending.outcome === 'unseen') return false;
	const file = new Set(world.file);
	const {lost} = world.reads;
	const isForeign = (column: ColumnName) => !file.has(column) && !shownBefore.has(column) && column !== lost?.column;
	return [...file].every(column => shownSince.has(column)) && ![...shown].some(isForeign);
}

function judgeAttempts({secoda: {ours}}: RunResult, broken: (rule: Rule, what: string) => void): void {
	for (const [at, {isTaken, mayBeTaken}] of ours.entries())
		if ((isTaken || mayBeTaken) && at < ours.length - 1)
			broken('sent twice', `attempt ${at + 1} of ${ours.length} ${isTaken ? 'was' : 'may have been'} accepted`);
}

/** Holds the limit of the safety stop against what was hidden, if nothing else changed and all lists were right. */
function judgeHidden(
	{world, shownBefore, secoda, preview}: RunResult,
	broken: (rule: Rule, what: string) => void,
): void {
	const {others, edits, approval, maxHidden, file} = world;
	if (others.length + edits.length > 0 || !areListsRight(world)) return;
	const hidden = secoda.ours.reduce((sum, upload) => sum + upload.hidden.size, 0);
	const limits = limitsFrom({maxHidden});
	const share = (Math.min(file.length, shownBefore.size) * limits.maxHidden) / 100;
	const isOver = hidden >= limits.minHidden && hidden > share;
	if (isOver && approval !== 'given')
		broken(
			'hidden without approval',
			`${hidden} of ${shownBefore.size} (${defaultLimits.minHidden}), ${preview?.plan.id}`,
		);
}

/** Judges the pages that had an owner when the plan was made, and that the lists of the plan must have shown. */
function judgeOwned(
	{world, shownBefore, ownedBefore, secoda}: RunResult,
	broken: (rule: Rule, what: string) => void,
): void {
	if (world.approval === 'given' || !areListsRight(world)) return;
	const hidden = secoda.ours.flatMap(upload => [...upload.hidden]);
	const lost = hidden.filter(column => shownBefore.has(column) && ownedBefore.has(column));
	if (lost.length > 0) broken('page with an owner hidden without approval', lost.join(' '));
}

function areListsRight({reads: {skips, repeats, order, lost}}: World): boolean {
	return skips + repeats === 0 && order === 'stable' && lost === undefined;
}
