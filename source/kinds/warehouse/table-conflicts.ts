import type {Finding} from '../problem.ts';
import type {ConflictTexts} from './describe.ts';
import type {Field} from './field.ts';
import {type Conflict, proposedValue, type TableField} from './keys/conflicts.ts';
import type {Relations} from './keys/relations.ts';
import {type RowFacts, tableFields} from './keys/row-facts.ts';

const none: readonly Finding[] = [];

/** Describes the conflicts between the rows of warehouse tables. */
export class TableConflicts {
	readonly #facts: RowFacts;
	readonly #relations: Relations;
	readonly #textAt: (row: number, field: Field) => string;

	/** `textAt` reads the trimmed value of a row. */
	constructor(facts: RowFacts, relations: Relations, textAt: (row: number, field: Field) => string) {
		this.#facts = facts;
		this.#relations = relations;
		this.#textAt = textAt;
	}

	/** Returns the conflicts in a field, one for each warehouse table that has one. */
	*in(field: TableField): Generator<Conflict, void, void> {
		const {conflicts} = this.#relations;
		for (const table of conflicts.tables()) {
			const conflict = conflicts.conflictOf(table, field);
			if (conflict !== undefined) yield conflict;
		}
	}

	/** Returns the conflict in a field of a row's table, with the texts of its values. */
	textsAt(row: number, field: Field): ConflictTexts | undefined {
		const tableField = tableFields.find(name => name === field);
		if (tableField === undefined) return undefined;
		const table = this.#facts.tables[row] ?? 0;
		const conflict = this.#relations.conflicts.conflictOf(table, tableField);
		if (conflict === undefined) return undefined;
		const text = (value: {firstRow: number}) => this.#textAt(value.firstRow, field);
		return {
			table: this.#relations.tables.parts(table),
			values: conflict.values
				.toSorted((one, other) => other.count - one.count)
				.map(value => ({text: text(value), count: value.count})),
			proposal: proposedValue(tableField, text(conflict.proposal)),
			related: conflict.proposal.firstRow,
		};
	}

	/** Returns the findings that a row reports. Reads no records. */
	findingsAt(row: number): readonly Finding[] {
		const fields = this.#relations.conflicts.fieldsAt(row);
		return fields.length === 0 ? none : fields.map(field => ({row, code: 'table-conflict', field}));
	}
}
