import {exitCodes} from '../../source/errors/exit-codes.ts';
import type {Outcome} from '../../source/job/ending.ts';
import {catalogTexts} from '../../source/job/messages.ts';
import {isExplainedByOthers, listedPages, ownPages} from './explained.ts';
import {judgeApproval} from './judge-approval.ts';
import {noteRun} from './notes.ts';
import type {Rule, Violation} from './rules.ts';
import type {Ended, RunResult} from './run.ts';
import type {SimulatedSecoda, Truth} from './secoda.ts';
import {descriptionOf, type EdgeName, endsOf, type PageName, type World} from './world.ts';

/** The broken rules of a run, and what happened in it, so that a rule is not kept only because nothing happened. */
export type Judgement = {
	readonly violations: readonly Violation[];
	/** Outcomes, and what was rare in the run. */
	readonly notes: readonly string[];
};

const exitCodeOf: Partial<Record<Outcome, number>> = {
	confirmed: exitCodes.done,
	accepted: exitCodes.done,
	unchanged: exitCodes.done,
	unseen: exitCodes.notSeen,
	unknown: exitCodes.unknown,
	stopped: exitCodes.safetyStop,
	cancelled: exitCodes.interrupted,
};

/** Judges a run by what was true. */
export function judge(result: RunResult): Judgement {
	const violations: Violation[] = [];
	const broken = (rule: Rule, what: string) => violations.push({rule, what});
	if (result.ends.length === 0) broken('bug', 'no ending');
	for (const [at, end] of result.ends.entries()) {
		const {outcome, catalog, message, exitCode, bug} = end.ending;
		const report = `${at === 0 ? '' : 'watched again: '}${outcome}: ${message} ${catalog}`;
		if (bug !== undefined) broken('bug', `${report} ${bug instanceof Error ? bug.stack : String(bug)}`);
		if (catalog === catalogTexts.nothingSent && end.hasLeft) broken('false "nothing was sent"', report);
		if (isDenial(outcome) && end.isTaken) broken('false "nothing was accepted"', report);
		if (at === 0 && (exitCodeOf[outcome] ?? exitCode) !== exitCode) broken('wrong exit code', `${exitCode}, ${report}`);
		if (end.entry?.outcome !== outcome)
			broken('wrong history', `${end.entry?.outcome ?? 'nothing'} in the history, ${report}`);
		if (isClaim(outcome) && !end.isTaken && !isExplainedByOthers(result, end))
			broken(outcome === 'confirmed' ? 'false "confirmed"' : 'false "accepted"', `not taken, ${report}`);
		if (outcome === 'confirmed')
			for (const what of refute(result, end)) broken('false "confirmed"', `${what}, ${report}`);
		if (outcome === 'unchanged')
			for (const what of changesBefore(result)) broken('false "unchanged"', `${what}, ${report}`);
	}

	judgeAttempts(result, broken);
	judgeApproval(result, broken);
	return {violations, notes: noteRun(result)};
}

/** True if the ending says that Secoda has accepted the file. */
function isClaim(outcome: Outcome): boolean {
	return outcome === 'confirmed' || outcome === 'accepted' || outcome === 'unseen';
}

/** True if the ending says that Secoda has not accepted the file. */
function isDenial(outcome: Outcome): boolean {
	return ['failed', 'refused', 'cancelled', 'stopped', 'unchanged'].includes(outcome);
}

/** Returns what shows that an upload cannot be confirmed. */
function* refute({world, secoda}: RunResult, end: Ended): Generator<string, void, void> {
	const {pages} = secoda;
	const file = listedPages(world);
	const absent = file.filter(page => !end.shownSince.has(page));
	if (absent.length > 0) yield `${absent.join(' ')} was never shown`;
	const own = ownPages(world);
	const left = [...end.shown].filter(page => pages.judged.has(pages.typeOf(page)) && !own.has(page));
	const isAlone = end.otherChanges === 0 && world.reads.lost === undefined;
	if (isAlone && left.length > 0 && !end.ending.message.includes('still shown')) yield `${left.join(' ')} still shown`;
	if (isAlone && end.isTaken && end.written.size === 0 && areRowsCounted(world)) yield 'the sync had written nothing';
	if (end.ending.edges?.state !== 'complete') return;
	const missing = edgesBetween(world.file.edges, end.shown).filter(edge => !end.edgesSince.has(edge));
	if (missing.length > 0) yield `the edges ${missing.join(' ')} were never there`;
}

/** True if a list that has as many rows as it announces omits none. */
function areRowsCounted({reads: {count, order, skips}}: World): boolean {
	return (order === 'stable' && skips === 0) || count === 'announced';
}

/** Returns what an upload would have changed in the catalog, although it was not sent because that shows the file already. */
function* changesBefore({world, secoda, start, before}: RunResult): Generator<string, void, void> {
	if (world.isForced) yield 'it was forced';
	if (world.history !== 'confirmed' && world.history !== 'rollback') yield 'the last upload was not confirmed';
	if (world.reads.lost !== undefined) return;
	// A list need not have what changed after it was read.
	const now = new Set(differences(world, secoda, before));
	const differing = differences(world, secoda, start).filter(difference => now.has(difference));
	if (differing.length > 0) yield `${differing.join(', ')} differ`;
}

/** Returns where the catalog does not show the file. */
function differences(world: World, {pages, switches}: SimulatedSecoda, truth: Truth): readonly string[] {
	const file = listedPages(world);
	const own = ownPages(world);
	const missing = file.filter(page => !truth.shown.has(page));
	const others = [...truth.shown].filter(page => pages.judged.has(pages.typeOf(page)) && !own.has(page));
	const texts = file.filter(page => {
		const text = descriptionOf(world.file, page);
		const shown = truth.texts.get(page);
		const isNeverImported = shown === '' && switches.propertyImport === 'never';
		return text !== '' && shown !== undefined && shown !== text && !isNeverImported;
	});
	const edges = edgesBetween(world.file.edges, truth.shown).filter(edge => !truth.edges.has(edge));
	return [...missing, ...others, ...texts.map(page => `the description of ${page}`), ...edges];
}

/** Returns the edges whose ends are both shown. */
function edgesBetween(edges: readonly EdgeName[] = [], shown: ReadonlySet<PageName>): readonly EdgeName[] {
	return edges.filter(edge => endsOf(edge).every(end => shown.has(end)));
}

function judgeAttempts({secoda: {ours}}: RunResult, broken: (rule: Rule, what: string) => void): void {
	for (const [at, {isTaken, mayBeTaken}] of ours.entries())
		if ((isTaken || mayBeTaken) && at < ours.length - 1)
			broken('sent twice', `attempt ${at + 1} of ${ours.length} ${isTaken ? 'was' : 'may have been'} accepted`);
}
