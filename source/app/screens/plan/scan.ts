import {UserError} from '../../../errors/user-error.ts';
import type {ChangeAction} from '../../../plan/changes/action.ts';
import type {ChangeTree, TreeNode} from '../../../plan/tree/change-tree.ts';
import {isCaseSensitive} from '../../../session/rows/case-variants.ts';
import {type PlanFilter, passesAction} from './filter.ts';
import {type Outline, partialOutline} from './outline.ts';
import type {NodeText, PlanReader} from './plan-reader.ts';
import {enlarged} from './row-runs.ts';

/** The nodes between two returns to the caller. */
const stride = 64;

/** Finds the next node, after one or before it, whose own name or changed fields contain a text; or `undefined`. */
export function* findText(
	outline: Outline,
	reader: PlanReader,
	{text, from, step}: {readonly text: string; readonly from: number; readonly step: 1 | -1},
): Generator<number, number | undefined, void> {
	const contains = containing(text);
	const {length} = outline;
	for (let done = 1; done <= length; done++) {
		const index = (((from + done * step) % length) + length) % length;
		const read = reader.readOnce(outline.nodeAt(index));
		if (!(read instanceof UserError) && (contains(ownName(read)) || hasField(read, contains))) return index;
		if (done % stride === 0) yield done / length;
	}

	return undefined;
}

/** Finds the first change of the first of these actions that has one. */
export function* findAction(
	outline: Outline,
	tree: ChangeTree,
	wanted: readonly ChangeAction[],
): Generator<number, number | undefined, void> {
	const first = new Map<ChangeAction, number>();
	for (let index = 0; index < outline.length; index++) {
		const action = actionOf(tree.at(outline.nodeAt(index)));
		if (action !== undefined && !first.has(action)) first.set(action, index);
		if (action === wanted[0]) break;
		if (index % stride === 0) yield index / outline.length;
	}

	return wanted.map(action => first.get(action)).find(index => index !== undefined);
}

/** Finds the changes that pass a filter. Returns them and the nodes above them, and their number. */
export function* filterChanges(
	tree: ChangeTree,
	reader: PlanReader,
	filter: PlanFilter,
): Generator<number, {readonly outline: Outline; readonly changes: number}, void> {
	const passes = filter.texts.map(containing);
	const isMatch = (node: number) => {
		if (!passesAction(filter, actionOf(tree.at(node)))) return false;
		if (passes.length === 0) return true;
		const read = reader.readOnce(node);
		if (read instanceof UserError) return false;
		const name = read.name.join('.');
		return passes.every(contains => contains(name) || hasField(read, contains) || read.marks.some(contains));
	};
	let changes = 0;
	let nodes = new Uint32Array(64);
	let isShown = new Uint8Array(64);
	let length = 0;
	/** The nodes above the current one that are not added yet. */
	let above: number[] = [];
	for (let node = 0; node < tree.length; node++) {
		while (tree.endAt(above.at(-1) ?? node) <= node) above.pop();
		if (isMatch(node)) {
			changes++;
			for (const added of [...above, node]) {
				if (length === nodes.length) {
					nodes = enlarged(nodes, Uint32Array);
					isShown = enlarged(isShown, Uint8Array);
				}

				isShown[length] = Number(added === node);
				nodes[length++] = added;
			}

			above = [];
		} else if (tree.hasChildren(node)) {
			above.push(node);
		}

		if (node % stride === 0) yield node / tree.length;
	}

	const steps = partialOutline(tree, {nodes: nodes.subarray(0, length), isShown});
	for (;;) {
		const step = steps.next();
		if (step.done) return {outline: step.value, changes};
		yield 1;
	}
}

function actionOf(node: TreeNode): ChangeAction | undefined {
	return node.kind === 'resource' ? node.change?.action : undefined;
}

/** Returns a function that finds a text; without regard to case unless it has an upper-case letter. */
function containing(text: string): (other: string) => boolean {
	return isCaseSensitive(text) ? other => other.includes(text) : other => other.toLowerCase().includes(text);
}

/** Returns the last part of the name of a node, or the type. */
function ownName({node, name}: NodeText): string {
	return name.at(-1) ?? (node.kind === 'type' ? node.entity.plural : '');
}

function hasField({fields}: NodeText, contains: (text: string) => boolean): boolean {
	return fields.some(
		({field, before = '', after = ''}) => before !== after && (contains(field) || contains(before) || contains(after)),
	);
}
