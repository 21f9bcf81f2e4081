import type {Decision, Preview} from '../../../job/events.ts';
import type {ReadingOption} from '../../../plan/causes/cause.ts';
import type {ActionCounts, ChangeAction} from '../../../plan/changes/action.ts';
import {sumCounts} from '../../../plan/counts.ts';
import type {HelpState} from '../../components/help/page.ts';
import type {LineState} from '../../components/line-editor/state.ts';
import type {KeyName} from '../../keys.ts';
import type {Size} from '../../size.ts';
import type {ReducerResult} from '../../store.ts';
import {type HeadRow, headRows} from './head.ts';
import type {PlanUse} from './keys.ts';
import {type Outline, wholeOutline} from './outline.ts';
import {PlanReader} from './plan-reader.ts';
import {planTexts as texts} from './texts.ts';
import {TreeRows} from './tree-rows.ts';

export type PlanMode =
	| {readonly name: 'browse'}
	/** A search text or a filter is typed. */
	| {readonly name: 'find'; readonly what: 'search' | 'filter'; readonly line: LineState}
	/** The number that a safety stop asks for is typed. */
	| {readonly name: 'number'; readonly line: LineState; readonly error?: string | undefined}
	| {readonly name: 'help'; readonly help: HelpState};

/** Work on the nodes of the plan in the background, of which a part is done. */
export type PlanWork = {
	readonly kind: 'search' | 'filter' | 'jump';
	readonly part: number;
	/** The steps of further jumps or searches, for which keys were pressed meanwhile. */
	readonly queued: ReadonlyArray<1 | -1>;
};

export type PlanState = {
	readonly mode: PlanMode;
	/** The rows of the tree that are not in a closed node. */
	readonly rows: TreeRows;
	/** The filter, and the number of changes that pass it; absent if all are shown. */
	readonly filter: {readonly text: string; readonly changes: number} | undefined;
	/** The selected row and the first one in view; the rows above the tree count. */
	readonly selected: number;
	readonly top: number;
	/** The last search. */
	readonly search: string | undefined;
	readonly work: PlanWork | undefined;
	/** Shown above the keys until the next key. */
	readonly notice: string | undefined;
	/** True after the decision: no further key has an effect. */
	readonly isDecided: boolean;
};

/** The result of work in the background. */
export type PlanWorkResult =
	/** A node was found by its index in the outline that is shown, or none. */
	| {readonly kind: 'found'; readonly index: number | undefined}
	| {readonly kind: 'filtered'; readonly text: string; readonly outline: Outline; readonly changes: number};

export type PlanAction =
	| {readonly type: 'key'; readonly key: KeyName; readonly size: Size}
	| {readonly type: 'paste'; readonly text: string}
	| {readonly type: 'progress'; readonly part: number}
	| {readonly type: 'worked'; readonly result: PlanWorkResult; readonly size: Size};

/** Work on the nodes of a plan in the background. */
export type PlanTask =
	| {readonly type: 'search'; readonly text: string; readonly from: number; readonly step: 1 | -1}
	| {readonly type: 'filter'; readonly text: string}
	| {readonly type: 'find-action'; readonly wanted: readonly ChangeAction[]};

export type PlanEffect =
	| {readonly type: 'decide'; readonly decision: Decision}
	/** Reads the file with these options, and plans again. */
	| {readonly type: 'take-fix'; readonly fix: readonly ReadingOption[]}
	| {readonly type: 'start-work'; readonly task: PlanTask}
	| {readonly type: 'stop-work'};

export type PlanTransition = ReducerResult<PlanState, PlanEffect>;

/** The plan, and the parts that the screen makes of it once. */
export type PlanContext = {
	readonly use: PlanUse;
	readonly preview: Preview;
	readonly head: readonly HeadRow[];
	readonly reader: PlanReader;
	readonly counts: ActionCounts;
	readonly outline: Outline;
};

/** The rows that are opened at first: more than a window has, and few enough to look through. */
const firstRows = 40;

/** Returns the context of the plan of an upload. */
export function planContext(preview: Preview, use: PlanUse): PlanContext {
	const {plan} = preview;
	return {
		use,
		preview,
		head: headRows(preview),
		reader: new PlanReader(plan),
		counts: plan.changes.counts(),
		outline: wholeOutline(plan.tree),
	};
}

/** Returns the state before the first key. The first cause with a fix is selected, or else the first safety stop, cause or row of the tree. */
export function initialPlan({head, outline}: PlanContext): PlanState {
	const rows = TreeRows.of(outline, firstRows);
	const fixable = head.findIndex(row => row.kind === 'cause' && row.fix.length > 0);
	const reason = fixable >= 0 ? fixable : head.findIndex(({kind}) => kind !== 'fact');
	return {
		mode: {name: 'browse'},
		rows,
		filter: undefined,
		selected: reason >= 0 ? reason : rows.length > 0 ? head.length : 0,
		top: 0,
		search: undefined,
		work: undefined,
		notice: undefined,
		isDecided: false,
	};
}

/** True if a safety stop must be approved. */
export function hasStop({preview, use}: PlanContext): boolean {
	return use === 'decide' && preview.guardResult.kind === 'stopped';
}

/** Returns the number of rows, with those above the tree. */
export function rowCount({rows}: PlanState, {head}: PlanContext): number {
	return head.length + rows.length;
}

/** A row of the screen: one above the tree, or a node or one of its fields (-1 for the node). */
export type PlanRow = HeadRow | {readonly kind: 'node'; readonly index: number; readonly field: number};

/** Returns a row by its number. */
export function rowAt(number: number, {rows}: Pick<PlanState, 'rows'>, {head}: PlanContext): PlanRow | undefined {
	if (number < head.length) return head[number];
	const row = number - head.length;
	return row < rows.length ? {kind: 'node', ...rows.at(row)} : undefined;
}

/** Returns the number that a safety stop asks for: that of the pages to hide, or else of the rows to send. */
export function requiredNumber({plan, snapshot}: Preview): {readonly number: number; readonly what: string} {
	const hidden = sumCounts(plan.hidden);
	return hidden > 0 ? {number: hidden, what: texts.pagesToHide} : {number: snapshot.records, what: texts.rowsToSend};
}
