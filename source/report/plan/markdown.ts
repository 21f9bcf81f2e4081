import {nameOfNode} from '../../plan/change-names.ts';
import {sumActions} from '../../plan/changes/action.ts';
import {countIn} from '../../plan/counts.ts';
import type {Plan} from '../../plan/plan.ts';
import {count} from '../../text/format.ts';
import {chooseNodes, type NodeOrder} from './choose-nodes.ts';
import {escapeHtml, fenced} from './markdown-escapes.ts';
import {peopleLines} from './people.ts';
import {edgeCounts, pageCounts, type ReportedPlan} from './reported-plan.ts';
import {causeLines, headLines} from './text.ts';
import {
	actionCountsText,
	actionLabels,
	countedActions,
	markdownTexts,
	planCountsLine,
	renameNote,
	restText,
	verdictLines,
} from './texts.ts';
import {type ChangeLine, linesBelow, nameText} from './tree-lines.ts';

/** The maximum number of characters. GitHub rejects comments of more than 65,536. */
const mostCharacters = 60_000;
/** The maximum number of folded trees, and of lines in all of them. */
const mostTrees = 60;
const mostLines = 800;
/** The characters for the number of changes that are not shown, and around each tree. */
const reserved = 300;
/** The maximum number of characters of a line of the head. */
const longestLine = 1000;

/** Returns a plan as Markdown for a pull request: counts, verdict, folded trees of changes, and the counts of all changes last. */
export function planMarkdown(reported: ReportedPlan): string {
	const {plan, verdict} = reported;
	const last = planCountsLine(pageCounts(plan), edgeCounts(plan));
	const facts = [
		...headLines(reported),
		...causeLines(plan.causes),
		...renameNote(pageCounts(plan)),
		...peopleLines(plan),
		...(verdict === undefined ? [] : verdictLines(verdict)),
	];
	const {approve} = verdict ?? {};
	// A command that is cut cannot be typed.
	const isCut = (line: string) => line.length > longestLine && !(approve !== undefined && line.endsWith(approve));
	const shortFacts = facts.map(line => (isCut(line) ? `${line.slice(0, longestLine)}...` : line));
	const head = [
		`### ${markdownTexts.title}`,
		...(plan.changes.length === 0 ? [] : [countTable(reported)]),
		fenced(shortFacts, 'text'),
	];
	const used = [...head, last].join('\n\n').length;
	return `${[...head, ...foldedTrees(plan, mostCharacters - used - reserved), last].join('\n\n')}\n`;
}

/** Returns a table with the number of changes of each type. */
function countTable({plan, comparedWith}: ReportedPlan): string {
	const {changes, file, catalog} = plan;
	const occurring = countedActions.filter(action => changes.counts()[action] > 0);
	const labels = markdownTexts.tableHead(comparedWith.kind);
	const rows = changes.entities
		.filter(entity => countIn(file, entity) + countIn(catalog, entity) > 0)
		.map(entity => {
			const counts = changes.counts(entity);
			return [
				entity.plural,
				...[countIn(file, entity), countIn(catalog, entity), ...occurring.map(action => counts[action])].map(count),
			];
		});
	const head = [...labels, ...occurring.map(action => actionLabels[action])];
	const line = head.map((_, at) => (at === 0 ? '---' : '---:'));
	return [head, line, ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');
}

/** Returns the changes as folded trees of at most this number of characters, and the number of those that are not shown. */
function foldedTrees(plan: Plan, characters: number): readonly string[] {
	const {chosen, others} = chooseNodes(
		plan.tree,
		{...branches(plan), nameOf: node => nameOfNode(plan, node)},
		mostTrees,
	);
	const trees: string[] = [];
	let left = characters;
	let missing = others;
	for (const [at, {node, lines}] of chosen.entries()) {
		const share = Math.floor(left / (chosen.length - at));
		const folded = foldTree(plan, {node, lines: Math.max(lines, Math.floor(mostLines / chosen.length))}, share);
		if (folded === undefined) {
			missing += sumActions(plan.tree.countsAt(node));
		} else {
			trees.push(folded);
			left -= folded.length + 2;
		}
	}

	return missing === 0 ? trees : [...trees, restText(missing)];
}

/** Returns the siblings that are folded: those at the top, or the schemas of the only database. */
function branches({tree}: Plan): {readonly start: number; readonly end: number} {
	const isOnly = tree.length > 1 && tree.endAt(0) === tree.length;
	return isOnly && tree.at(0).kind === 'group' && tree.at(1).kind === 'group'
		? {start: 1, end: tree.length}
		: {start: 0, end: tree.length};
}

/** Returns a node and what is below it in at most this number of characters; `undefined` if there is no room. */
function foldTree(plan: Plan, order: NodeOrder, characters: number): string | undefined {
	const {tree} = plan;
	const shown = tree.at(order.node);
	const total = sumActions(tree.countsAt(order.node));
	const title = shown.kind === 'group' ? nameText(shown.name, 0) : shown.kind === 'type' ? shown.entity.plural : '';
	const summary = `<details><summary><code>${escapeHtml(title)}</code>: ${actionCountsText(tree.countsAt(order.node))}</summary>`;
	const room = characters - summary.length - reserved;
	if (room < 0) return undefined;
	const lines: string[] = [];
	let [used, drawn] = [0, 0];
	for (const line of linesBelow(plan, order, shown.kind === 'group' ? shown.name.length : 0)) {
		const text = diffLine(line);
		if (used + text.length + 1 > room) break;
		lines.push(text);
		used += text.length + 1;
		drawn += line.changes;
	}

	if (drawn < total) lines.push(`  ${restText(total - drawn)}`);
	return `${summary}\n\n${fenced(lines, 'diff')}\n\n</details>`;
}

/** Returns a line of a tree as a line of a diff, which has its sign first. */
function diffLine({depth, sign, text}: ChangeLine): string {
	return `${sign === '~' || sign === '>' ? '!' : sign} ${'  '.repeat(depth)}${text}`;
}
