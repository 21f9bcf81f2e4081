import type {EntityType, ResourceName} from '../../kinds/resources.ts';
import {nameOfChange, nameOfNode} from '../../plan/change-names.ts';
import {sumActions} from '../../plan/changes/action.ts';
import type {Change} from '../../plan/changes/change-list.ts';
import type {Plan} from '../../plan/plan.ts';
import type {TreeNode} from '../../plan/tree/change-tree.ts';
import {plural} from '../../text/format.ts';
import {chooseNodes, isWhole, type NodeOrder} from './choose-nodes.ts';
import {fieldText, shortText} from './field-text.ts';
import {earlierName, fieldsOfChange} from './names.ts';
import {actionCountsText, actionSigns, edgeCountsText, moreText, otherIdText} from './texts.ts';

/** The parts of a plan that are drawn as a tree. */
export type DrawnPlan = Pick<Plan, 'entities' | 'tree' | 'sides'>;

/** A line of a drawn tree. Its text is visible. */
export type ChangeLine = {
	readonly depth: number;
	readonly sign: string;
	readonly text: string;
	/** The number of changes that it stands for. */
	readonly changes: number;
};

/** Draws a tree of changes in about this number of lines, with the most severe changes of each node, and the number of others. */
export function* treeLines(plan: DrawnPlan, lines: number): Generator<ChangeLine, void, void> {
	yield* childLines(plan, {start: 0, end: plan.tree.length, depth: 0, prefix: 0}, lines);
}

/** Draws what is below a node. `prefix` is the number of parts of its name. */
export function* linesBelow(
	plan: DrawnPlan,
	{node, lines}: NodeOrder,
	prefix: number,
): Generator<ChangeLine, void, void> {
	yield* childLines(plan, {start: node + 1, end: plan.tree.endAt(node), depth: 0, prefix}, lines);
}

/** The place of a line: its level, and the parts of names that the lines above have. */
type Place = {readonly depth: number; readonly prefix: number};

function* childLines(
	plan: DrawnPlan,
	{start, end, ...place}: Place & {readonly start: number; readonly end: number},
	lines: number,
): Generator<ChangeLine, void, void> {
	const {chosen, others, otherCounts} = chooseNodes(
		plan.tree,
		{start, end, nameOf: node => nameOfNode(plan, node)},
		lines,
	);
	for (const order of chosen) yield* linesOf(plan, order, place);
	if (others > 0) yield {depth: place.depth, sign: ' ', text: moreText(otherCounts), changes: others};
}

function* linesOf(plan: DrawnPlan, {node, lines}: NodeOrder, place: Place): Generator<ChangeLine, void, void> {
	const {tree} = plan;
	const end = tree.endAt(node);
	const shown = tree.at(node);
	const only = node + 1;
	// A database with one schema is drawn on the line of the schema.
	if (shown.kind === 'group' && only < end && tree.endAt(only) === end && tree.at(only).kind === 'group') {
		yield* linesOf(plan, {node: only, lines}, place);
		return;
	}

	const {text, details, parts, sign, hasOwnChange} = describe(plan, {node, shown}, place);
	const isLast = lines === 1 || only === end || isWhole(tree, node);
	const changes = isLast ? sumActions(tree.countsAt(node)) : hasOwnChange ? 1 : 0;
	yield {depth: place.depth, sign, text, changes};
	for (const detail of details) yield {depth: place.depth + 1, sign: ' ', text: detail, changes: 0};
	if (!isLast) yield* childLines(plan, {start: only, end, depth: place.depth + 1, prefix: parts}, lines - 1);
}

type DescribedNode = {
	readonly sign: string;
	readonly text: string;
	readonly hasOwnChange: boolean;
	/** The fields below it. */
	readonly details: readonly string[];
	/** The number of parts of names that the lines below omit. */
	readonly parts: number;
};

type ShownNode = {readonly node: number; readonly shown: TreeNode};

function describe(plan: DrawnPlan, {node, shown}: ShownNode, {prefix}: Place): DescribedNode {
	const counts = () => actionCountsText(plan.tree.countsAt(node));
	const inner = {sign: ' ', details: [], hasOwnChange: false};
	switch (shown.kind) {
		case 'group':
			return {...inner, text: `${nameText(shown.name, prefix)}: ${counts()}`, parts: shown.name.length};
		case 'type':
			return {
				...inner,
				text: `${shown.entity.plural}: ${typeCountsText(plan, {node, entity: shown.entity})}`,
				parts: 0,
			};
		case 'resource': {
			const {entity, change} = shown;
			const name = nameOfChange(plan, shown);
			const own = `${entity.singular} ${nameText(name, prefix)}`;
			if (change === undefined) return {...inner, text: `${own}: ${counts()}`, parts: name.length};
			return {...describeChange(plan, {node, change}, prefix), hasOwnChange: true, parts: name.length};
		}
	}
}

function typeCountsText(
	{entities, tree}: DrawnPlan,
	{node, entity}: {readonly node: number; readonly entity: EntityType},
): string {
	const counts = tree.countsAt(node);
	return entities.includes(entity)
		? actionCountsText(counts)
		: edgeCountsText({added: counts.created, removed: counts.hidden});
}

function describeChange(
	plan: DrawnPlan,
	{node, change}: {readonly node: number; readonly change: Change},
	prefix: number,
): Pick<DescribedNode, 'sign' | 'text' | 'details'> {
	const sign = actionSigns[change.action];
	const name = nameOfChange(plan, change);
	const earlier = earlierName(plan, change);
	const isPage = plan.entities.includes(change.entity);
	const ownName = nameText(isPage ? name : [name.join(' -> ')], prefix);
	const names = earlier === undefined ? ownName : renamedText(earlier, {name, ownName, prefix});
	const own = `${change.entity.singular} ${names}`;
	const fields = fieldsOfChange(plan, change).map(fieldText);
	const [field] = fields;
	if (field !== undefined && fields.length === 1 && !plan.tree.hasChildren(node))
		return {sign, text: `${own}: ${field}`, details: []};
	return {sign, text: `${own}${below(plan, node)}`, details: fields};
}

/** Returns both names of a resource; that it has another id if they are the same. */
function renamedText(
	earlier: ResourceName,
	{name, ownName, prefix}: {readonly name: ResourceName; readonly ownName: string; readonly prefix: number},
): string {
	const isSame = earlier.length === name.length && earlier.every((part, at) => part === name[at]);
	return isSame ? otherIdText(ownName) : `${earlierText(earlier, name, prefix)} -> ${ownName}`;
}

/** Returns the earlier name of a resource: in full, if the resource was elsewhere. */
function earlierText(earlier: ResourceName, name: ResourceName, prefix: number): string {
	const isSamePlace = earlier.length === name.length && earlier.slice(0, -1).every((part, at) => part === name[at]);
	return nameText(earlier, isSamePlace ? prefix : 0);
}

/** Returns the number of changes below a changed node. */
function below({tree}: DrawnPlan, node: number): string {
	if (!tree.hasChildren(node)) return '';
	const children = tree.endAt(node) - node - 1;
	const first = tree.at(node + 1);
	return isWhole(tree, node) && first.kind === 'resource'
		? `, with ${plural(children, first.entity.singular, first.entity.plural)}`
		: `: ${actionCountsText(tree.countsAt(node))}`;
}

/** The number of characters of a name to show. */
const mostShown = 200;

/** Returns a name without its first parts. */
export function nameText(name: ResourceName, prefix: number): string {
	return shortText(name.slice(prefix).join('.'), mostShown);
}
