import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {Relations} from '../../../../source/kinds/warehouse/keys/relations.ts';
import {RowFacts} from '../../../../source/kinds/warehouse/keys/row-facts.ts';
import {rounds} from '../../../support/rounds.ts';

const rows = 12;
/** Tables of which two differ in case alone, and names of which some have the same hash. */
const tables = ['orders', 'Orders', 'items'];
const column = fc.record({table: fc.constantFrom(0, 1, 2, 3), name: fc.constantFrom('', 'a', 'b', 'c', 'd')});
const change = fc.record({row: fc.integer({min: 1, max: rows}), column});

/** Rows with their facts and relations; `reads` counts down to a name that cannot be read. */
class Rows {
	readonly facts = new RowFacts();
	readonly names = new Map<number, string>();
	readonly relations: Relations;
	reads = Number.POSITIVE_INFINITY;

	constructor() {
		this.relations = new Relations(this.facts, {
			columnName: row => {
				if (this.reads-- === 0) throw new Error('the name cannot be read');
				return this.names.get(row) ?? '';
			},
			tableValue: () => '',
		});
		for (const table of tables) {
			this.relations.tables.startName();
			this.relations.tables.addPart(Buffer.from(table), 0, table.length);
			this.relations.tables.number();
		}
	}

	setRow(row: number, {table, name}: {readonly table: number; readonly name: string}): void {
		this.names.set(row, name);
		this.facts.tables[row] = table;
		this.facts.named[row] = name === '' ? 0 : 1;
		// All names have one of two hashes.
		this.facts.low[row] = name.charCodeAt(0) & 1;
	}

	/** Returns the relations of each row. */
	relationsOfAll(): unknown {
		return Array.from({length: rows}, (_, at) => {
			const row = at + 1;
			const {relations, facts} = this;
			return [
				relations.duplicate(row),
				relations.successor(row),
				relations.lowerSuccessor(row),
				[...relations.tables.rowsOf(facts.tables[row] ?? 0)],
			];
		});
	}
}

test('restores the relations of rows in reverse order, also after a name could not be read', () => {
	fc.assert(
		fc.property(
			fc.array(column, {minLength: rows, maxLength: rows}),
			fc.array(change, {minLength: 1, maxLength: 20}),
			fc.nat(12),
			(columns, changes, reads) => {
				const all = new Rows();
				for (const [at, column] of columns.entries()) {
					all.setRow(at + 1, column);
					all.relations.add(at + 1);
				}

				const before = all.relationsOfAll();
				const done: Array<() => void> = [];
				all.reads = reads;
				try {
					for (const {row, column} of changes) {
						const fact = all.facts.get(row);
						const name = all.names.get(row) ?? '';
						const place = all.relations.remove(row);
						done.push(() => {
							all.names.set(row, name);
							all.facts.set(row, fact);
							all.relations.restore(row, place);
						});
						all.setRow(row, column);
						all.relations.add(row);
						const undo = done.pop();
						done.push(() => {
							all.relations.remove(row);
							undo?.();
						});
					}
				} catch {
					assert.equal(all.reads, -1);
				}

				for (const undo of done.reverse()) undo();
				all.reads = Number.POSITIVE_INFINITY;
				assert.deepEqual(all.relationsOfAll(), before);
			},
		),
		{numRuns: rounds(600)},
	);
});
