import type {Cause} from '../../plan/causes/cause.ts';
import {unlistedResources} from '../../plan/plan.ts';
import {sentRows} from '../../plan/sent-rows.ts';
import {bytes, plural} from '../../text/format.ts';
import {visible} from '../../text/visible.ts';
import {plannedEdgeLines} from '../edges.ts';
import {columnsText, countsText, unlistedText} from '../plan.ts';
import {causeText} from './cause-texts.ts';
import {peopleLines} from './people.ts';
import {edgeCounts, pageCounts, type ReportedPlan} from './reported-plan.ts';
import {rollbackLines} from './rollback.ts';
import {causesTitle, comparedText, planCountsLine, renameNote, signLegend, skippedText, verdictLines} from './texts.ts';
import {type ChangeLine, treeLines} from './tree-lines.ts';

/** Returns a plan as lines: what is compared, the tree of changes in about `treeSize` lines, and the counts of all changes last. */
export function planText(reported: ReportedPlan, treeSize: number): readonly string[] {
	const {plan, verdict, rollback} = reported;
	return [
		...(rollback === undefined ? [] : rollbackLines(rollback)),
		...headLines(reported),
		...causeLines(plan.causes),
		...(plan.changes.length === 0 ? [] : [`Changes (${signLegend}):`]),
		...Array.from(treeLines(plan, treeSize), line => `  ${treeLineText(line)}`),
		...renameNote(pageCounts(plan)),
		...peopleLines(plan),
		...(verdict === undefined ? [] : verdictLines(verdict)),
		planCountsLine(pageCounts(plan), edgeCounts(plan)),
	];
}

/** Returns the probable causes of changes with what to do, as lines. */
export function causeLines(causes: readonly Cause[]): readonly string[] {
	if (causes.length === 0) return [];
	const texts = causes.map(causeText);
	return [causesTitle, ...texts.flatMap(({problem, hint}) => [`  ${problem}`, `    ${hint}`])];
}

/** Returns what is compared, and the counts of pages. */
export function headLines(reported: ReportedPlan): readonly string[] {
	const {plan, totals, comparedWith, warnings, notSent} = reported;
	const unlisted = unlistedResources(plan);
	const notes = [
		...(warnings === 0 ? [] : [fact('problems', `no errors, ${plural(warnings, 'warning')}`)]),
		...(comparedWith.kind === 'file'
			? comparedWith.other.skipped.map(part => fact('skipped', skippedText(part)))
			: [
					fact('new pages', countsText(plan, plan.created)),
					fact('already in Secoda', countsText(plan, plan.kept)),
					fact('hidden (archived)', countsText(plan, plan.hidden)),
				]),
		...(plan.edges === undefined
			? []
			: plannedEdgeLines(plan.edges).map((line, at) => fact(at === 0 ? 'edges' : '', visible(line)))),
		...(unlisted.length === 0 ? [] : [fact('not compared', unlistedText(unlisted))]),
		...(notSent.length === 0 ? [] : [fact('not sent', columnsText(notSent))]),
	];
	return [
		comparedWith.kind === 'catalog'
			? `To send: ${sentRows(totals)} (${bytes(totals.bytes)}) to "${visible(comparedWith.integration)}".`
			: comparedText(comparedWith.file, comparedWith.other),
		...notes,
	];
}

function fact(label: string, text: string): string {
	return `  ${(label === '' ? '' : `${label}:`).padEnd(18)} ${text}`;
}

/** Returns a line of a tree with its sign in front of the name. */
function treeLineText({depth, sign, text}: ChangeLine): string {
	return `${'  '.repeat(depth)}${sign === ' ' ? '' : `${sign} `}${text}`;
}
