import type {KeyName} from '../../source/app/keys.ts';
import {drawPlan} from '../../source/app/screens/plan/draw.ts';
import type {PlanUse} from '../../source/app/screens/plan/keys.ts';
import {planReducer} from '../../source/app/screens/plan/reducer.ts';
import {
	initialPlan,
	type PlanAction,
	type PlanContext,
	type PlanEffect,
	type PlanState,
	planContext,
} from '../../source/app/screens/plan/state.ts';
import {planSteps} from '../../source/app/screens/plan/work.ts';
import type {Size} from '../../source/app/size.ts';
import type {Preview} from '../../source/job/events.ts';
import type {EntityType} from '../../source/kinds/resources.ts';
import {warehouseResources} from '../../source/kinds/warehouse/resources.ts';
import type {ActionCounts} from '../../source/plan/changes/action.ts';
import {ChangeList} from '../../source/plan/changes/change-list.ts';
import {betweenInventories, diff} from '../../source/plan/changes/diff.ts';
import type {FieldValue, ResourceSide} from '../../source/plan/changes/side.ts';
import {countsOf} from '../../source/plan/counts.ts';
import {buildTree} from '../../source/plan/tree/build-tree.ts';
import {listed} from './resources.ts';

/** Columns by `database/schema/table/column`, each with its description. */
type Columns = Readonly<Record<string, string>>;

export type PlannedColumns = {
	readonly before: Columns;
	readonly after: Columns;
	/** Pairs of hidden and created columns, or tables, that are one resource. */
	readonly renamed?: ReadonlyArray<readonly [before: string, after: string]>;
};

/** Returns the preview of an upload that changes columns, with `more` of it. */
export function previewOf({before, after, renamed = []}: PlannedColumns, more: Partial<Preview> = {}): Preview {
	const [from, to] = [before, after].map(columns => listed(Object.keys(columns).map(namesOf)));
	if (from === undefined || to === undefined) throw new Error('both are given');
	const {entities} = warehouseResources;
	const compared = betweenInventories(to.inventory, from.inventory);
	const changed = diff({
		...compared,
		stateOf(entity, number) {
			const earlier = compared.valuesOf(entity, number);
			if (earlier === 0) return 'absent';
			const [own, old] = [to.nameOf(entity, number), from.nameOf(entity, earlier)].map(name => name.join('/'));
			return after[own ?? ''] === before[old ?? ''] ? 'unchanged' : 'updated';
		},
	});
	const changes = withRenames(changed, renamed, from, to);
	const counts = (action: keyof ActionCounts) => countsOf(entities, entity => changes.counts(entity)[action]);
	return {
		plan: {
			id: 'plan-id',
			entities,
			file: countsOf(entities, entity => to.inventory.of(entity).count),
			catalog: countsOf(entities, entity => from.inventory.of(entity).count),
			created: counts('created'),
			kept: counts('updated'),
			hidden: counts('hidden'),
			changes,
			tree: buildTree(changes, to.inventory, from.inventory),
			causes: [],
			sides: {hidden: withValues(from, before), after: withValues(to, after), values: withValues(from, before)},
		},
		guardResult: {kind: 'clear'},
		warnings: 0,
		notSent: [],
		snapshot: {records: 1204, bytes: 198_311, sha256: 'abc'},
		integration: {id: 'i', name: 'Warehouse 倉庫'},
		host: 'eapi.secoda.co',
		link: 'https://eu.secoda.co/integrations/warehouse/syncs',
		...more,
	};
}

function namesOf(path: string) {
	const [database = '', schema = '', table = '', column = ''] = path.split('/');
	return {database, schema, table, column};
}

function withValues(side: ResourceSide, columns: Columns): ResourceSide {
	return {
		nameOf: (entity, number) => side.nameOf(entity, number),
		fieldsOf(entity, number): readonly FieldValue[] {
			const value = columns[side.nameOf(entity, number).join('/')];
			return value === undefined ? [] : [{field: 'col_description', value}];
		},
	};
}

/** Returns changes in which pairs of hidden and created resources are renamed. */
function withRenames(
	changes: ChangeList,
	renamed: ReadonlyArray<readonly [before: string, after: string]>,
	from: ResourceSide,
	to: ResourceSide,
): ChangeList {
	const result = new ChangeList(changes.entities);
	const all = Array.from({length: changes.length}, (_, at) => changes.at(at));
	const hidden = (entity: EntityType, name: string) =>
		all.find(
			change =>
				change.entity === entity && change.action === 'hidden' && from.nameOf(entity, change.before).join('/') === name,
		);
	for (const change of all) {
		const {action, entity, after, before} = change;
		const own = action === 'hidden' ? from.nameOf(entity, before).join('/') : to.nameOf(entity, after).join('/');
		const pair = renamed.find(names => own === names[action === 'hidden' ? 0 : 1]);
		if (pair === undefined) result.add(change);
		else if (action !== 'hidden')
			result.add({action: 'renamed', entity, after, before: hidden(entity, pair[0])?.before ?? 0});
	}

	return result;
}

/** The plan screen in this process. Searches, filters and jumps end at once, or with the keys of one `press` if `work` is `late`. */
export class PlanDesk {
	readonly context: PlanContext;
	readonly effects: PlanEffect[] = [];
	state: PlanState;
	readonly size: Size;
	work: 'at-once' | 'late' = 'at-once';
	#late: Array<() => void> = [];

	constructor(preview: Preview, size: Size = {columns: 80, rows: 24}, use: PlanUse = 'decide') {
		this.context = planContext(preview, use);
		this.state = initialPlan(this.context);
		this.size = size;
	}

	press(...keys: readonly KeyName[]): this {
		for (const key of keys) this.dispatch({type: 'key', key, size: this.size});
		for (let end = this.#late.shift(); end !== undefined; end = this.#late.shift()) end();
		return this;
	}

	/** Types a text, and presses Enter. */
	enter(text: string): this {
		return this.press(...text, 'enter');
	}

	dispatch(action: PlanAction): this {
		const [state, ...effects] = planReducer(this.state, action, this.context);
		this.state = state;
		for (const effect of effects) this.#perform(effect);
		return this;
	}

	/** Returns the rows of the list that are in view. */
	rows(): readonly string[] {
		return this.lines()
			.slice(2)
			.slice(
				0,
				this.lines()
					.slice(2)
					.findIndex(line => line.startsWith('── ')),
			)
			.filter(line => line !== '');
	}

	/** Returns the selected row. */
	selected(): string {
		return (
			this.rows()
				.find(line => line.startsWith(' ▸'))
				?.slice(3) ?? ''
		);
	}

	lines(): readonly string[] {
		const {lines, keys} = drawPlan(this.state, this.context, this.size, (_style, text) => text);
		return [...lines, keys];
	}

	#perform(effect: PlanEffect): void {
		this.effects.push(effect);
		if (effect.type !== 'start-work') return;
		const steps = planSteps(effect.task, this.state.rows.outline, this.context);
		let step = steps.next();
		while (!step.done) step = steps.next();
		const {value: result} = step;
		const end = () => this.dispatch({type: 'worked', result, size: this.size});
		if (this.work === 'late') this.#late.push(end);
		else end();
	}
}
