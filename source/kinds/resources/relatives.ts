import {type Relative, type Relatives, relativeName, type TypeCount} from '../relatives.ts';
import {trim} from '../values/trim.ts';
import {resourceTypes} from './entity.ts';
import type {ResourceRelations} from './keys/relations.ts';
import type {ResourceFacts} from './keys/resource-facts.ts';
import type {ResourceValues} from './resource-values.ts';

/** Maximum number of parents, one above the other. */
const mostParents = 16;

/** Maximum number of children that are named, and of those that are counted. */
const namedChildren = 8;
const countedChildren = 1000;

const otherType = {singular: 'other resource', plural: 'other resources'};

/** The parents and the children of resources. */
export class ResourceRelatives {
	readonly #facts: ResourceFacts;
	readonly #relations: ResourceRelations;
	readonly #values: ResourceValues;

	constructor(facts: ResourceFacts, relations: ResourceRelations, values: ResourceValues) {
		this.#facts = facts;
		this.#relations = relations;
		this.#values = values;
	}

	of(row: number): readonly Relatives[] {
		return [...this.#parents(row), ...this.#children(row)];
	}

	#parents(row: number): readonly Relatives[] {
		const path: Relative[] = [];
		const seen = new Set([row]);
		let start: 'whole' | 'cycle' | 'cut' = 'whole';
		for (let child = row; this.#hasParent(child) && start === 'whole'; ) {
			const parent = this.#relations.parentRow(child);
			path.unshift(parent === 0 ? this.#missingParent(child) : this.#inRow(parent));
			if (parent === 0) break;
			if (seen.has(parent)) start = 'cycle';
			else if (path.length === mostParents && this.#hasParent(parent)) start = 'cut';
			seen.add(parent);
			child = parent;
		}

		const [first, ...others] = path;
		if (first === undefined) return [];
		return [{label: 'Parents', nearest: 'parent', shape: 'path', relatives: [first, ...others], start}];
	}

	#hasParent(row: number): boolean {
		return (this.#facts.parents[row] ?? 0) !== 0;
	}

	#missingParent(child: number): Relative {
		const id = this.#values.of(child)('parent_databuilder_id');
		return {name: relativeName(id), type: '', place: {kind: 'missing', file: 'same'}};
	}

	#children(row: number): readonly Relatives[] {
		const named: Relative[] = [];
		/** By number of the type. */
		const counts = new Map<number, number>();
		let counted = 0;
		let isWhole = true;
		for (const child of this.#relations.children(row)) {
			if (counted === countedChildren) {
				isWhole = false;
				break;
			}

			counted++;
			const type = this.#facts.types[child] ?? 0;
			counts.set(type, (counts.get(type) ?? 0) + 1);
			if (named.length < namedChildren) named.push(this.#inRow(child));
		}

		const [first, ...others] = named;
		if (first === undefined) return [];
		return [
			{
				label: 'Children',
				nearest: 'first child',
				shape: 'list',
				relatives: [first, ...others],
				counts: [...counts].map(([type, count]): TypeCount => ({...(resourceTypes[type - 1] ?? otherType), count})),
				counted: isWhole ? 'all' : 'least',
			},
		];
	}

	#inRow(row: number): Relative {
		const {singular} = resourceTypes[(this.#facts.types[row] ?? 0) - 1] ?? {};
		const value = this.#values.of(row);
		return {
			name: relativeName(trim(value('title')) || value('databuilder_id')),
			type: singular ?? relativeName(value('entity_type')),
			place: {kind: 'row', file: 'same', row},
		};
	}
}
