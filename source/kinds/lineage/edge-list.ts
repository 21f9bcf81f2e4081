import type {EdgeSide, EdgeSource, LineageEnd} from '../edges.ts';
import type {JsonRow} from '../json/json-row.ts';
import {Hash} from '../keys/hash.ts';
import {textBytes} from '../keys/text-bytes.ts';
import type {EdgeRelations} from './edge-relations.ts';
import {readEnd} from './edge-texts.ts';
import {reportedField, source, target} from './field.ts';

/** The edges of a checked file, for those who follow them. */
export class EdgeList implements EdgeSource {
	readonly #relations: EdgeRelations;
	readonly #row: JsonRow;

	constructor(relations: EdgeRelations, row: JsonRow) {
		this.#relations = relations;
		this.#row = row;
	}

	get endCount(): number {
		return this.#relations.ends.count;
	}

	get ends(): Readonly<Record<EdgeSide, Int32Array>> {
		const {from, to} = this.#relations.facts;
		return {source: from, target: to};
	}

	endOfId(id: string): number {
		const bytes = textBytes(id);
		const {low, high} = new Hash().of(bytes, 0, bytes.length);
		return this.#relations.ends.findInternal(low, high);
	}

	sideOf(field: string): EdgeSide | undefined {
		const identifier = reportedField(field);
		if (identifier === source.field) return 'source';
		return identifier === target.field ? 'target' : undefined;
	}

	readEnd(row: number, side: EdgeSide): LineageEnd {
		return readEnd(this.#row.read(row).line.scanner, side === 'source' ? source : target);
	}
}
