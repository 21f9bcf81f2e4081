import {UserError} from '../../../errors/user-error.ts';
import type {ResourceName} from '../../../kinds/resources.ts';
import {nameOfChange} from '../../../plan/change-names.ts';
import type {Change} from '../../../plan/changes/change-list.ts';
import type {PlanSides} from '../../../plan/changes/side.ts';
import type {MarkName} from '../../../plan/marked-pages.ts';
import type {Plan} from '../../../plan/plan.ts';
import type {ChangeTree, TreeNode} from '../../../plan/tree/change-tree.ts';
import {earlierName, fieldsOfChange} from '../../../report/plan/names.ts';
import {WorkOfPeople} from './people.ts';

/** A changed field of a resource, or its name. The value before is absent where nothing is compared. */
export type FieldChange = {
	readonly field: string;
	readonly before: string | undefined;
	readonly after: string;
	/** The value in Secoda, if a person changed it since the last upload. */
	readonly now?: string | undefined;
};

/** A node with the texts that are read. */
export type NodeText = {
	readonly node: TreeNode;
	/** Its full name; empty for a type of resources. */
	readonly name: ResourceName;
	readonly fields: readonly FieldChange[];
	/** The marks of people on a page that is hidden, heaviest first. */
	readonly marks: readonly MarkName[];
};

/** The number of nodes that are kept. */
const mostKept = 2000;

/** The fields whose values people change in Secoda. */
const descriptionFields: ReadonlySet<string> = new Set(['description', 'col_description']);

/** The field of a new name. */
const nameField = 'name';

/** Reads the nodes of a plan when they are shown, and keeps the last ones. */
export class PlanReader {
	readonly #tree: ChangeTree;
	readonly #sides: PlanSides;
	readonly #people: WorkOfPeople;
	readonly #kept = new Map<number, NodeText | UserError>();

	constructor(plan: Pick<Plan, 'tree' | 'sides' | 'loss' | 'edited'>) {
		this.#tree = plan.tree;
		this.#sides = plan.sides;
		this.#people = new WorkOfPeople(plan);
	}

	/** Returns the texts of a node, or why they cannot be read. */
	read(node: number): NodeText | UserError {
		const kept = this.#kept.get(node);
		if (kept !== undefined) return kept;
		if (this.#kept.size === mostKept) this.#kept.clear();
		const text = this.readOnce(node);
		this.#kept.set(node, text);
		return text;
	}

	/** The same for a search, which keeps nothing. */
	readOnce(node: number): NodeText | UserError {
		try {
			return this.#read(this.#tree.at(node));
		} catch (error) {
			if (error instanceof UserError) return error;
			throw error;
		}
	}

	#read(node: TreeNode): NodeText {
		const change = node.kind === 'resource' ? node.change : undefined;
		const name = this.#nameOf(node);
		if (change === undefined) return {node, name, fields: [], marks: []};
		return {node, name, fields: this.#fieldsOf(change, name), marks: this.#people.marksOf(change)};
	}

	#nameOf(node: TreeNode): ResourceName {
		switch (node.kind) {
			case 'group':
				return node.name;
			case 'type':
				return [];
			case 'resource':
				return nameOfChange({sides: this.#sides}, node);
		}
	}

	#fieldsOf(change: Change, name: ResourceName): readonly FieldChange[] {
		const {action, entity, after} = change;
		const plan = {sides: this.#sides};
		switch (action) {
			case 'hidden':
				return [];
			case 'renamed': {
				const [before, after] = [earlierName(plan, change)?.join('.'), name.join('.')];
				return before === after ? [] : [{field: nameField, before, after}];
			}

			case 'created':
			case 'revived':
				return this.#sides.after
					.fieldsOf(entity, after)
					.filter(({value}) => value !== '')
					.map(({field, value}) => ({field, before: undefined, after: value}));
			case 'updated':
			case 'retimed':
				return fieldsOfChange(plan, change).map(({field, before = '', after: value = ''}) => ({
					field,
					before,
					after: value,
					now: descriptionFields.has(field) ? this.#people.descriptionOf(change) : undefined,
				}));
		}
	}
}
