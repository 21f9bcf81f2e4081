import type {JsonColumns} from '../../records/jsonl/json-columns.ts';
import {JsonLinesFormat} from '../../records/jsonl/json-lines-format.ts';
import {JsonScanner} from '../../records/jsonl/json-scanner.ts';
import type {RecordScanner} from '../../records/record-scanner.ts';
import {Content} from '../content.ts';
import {KeyNames} from '../json/key-names.ts';
import {LineCheck} from '../json/line-check.ts';
import type {ResourceKey} from '../keys/key-hash.ts';
import type {EntityType, ResourceKind, ResourceReader, ResourceSink} from '../resources.ts';
import type {OnSentRecord} from '../sent-record.ts';
import {EdgeDescriber} from './describer.ts';
import {formOf, internalType} from './edge-check.ts';
import type {EdgeFacts} from './edge-facts.ts';
import type {EndIds} from './end-ids.ts';
import {EndReader} from './end-reader.ts';
import {lineageColumns, source, target} from './field.ts';

export const edgeType: EntityType = {singular: 'edge', plural: 'edges', isPlain: false};
/** @forTests */
export const externalEdgeType: EntityType = {
	singular: 'edge with an external end',
	plural: 'edges with external ends',
	isPlain: false,
};

/** Every record is an edge. */
export const lineageResources: ResourceKind = {
	entities: [edgeType, externalEdgeType],
	/** A new one for each file: it collects the keys of that file. */
	get sentFormat() {
		return new JsonLinesFormat(lineageColumns);
	},
	readBack: [],
	edges: {internal: edgeType, external: externalEdgeType},
	resources: (_labels, sink) => new EdgeReader(sink),
	describer: () => new EdgeDescriber(),
};

/** The hash of an end. */
type EndHash = Pick<EndReader, 'low' | 'high'>;

/** Returns the key of an edge: the hashes of both ends. */
function edgeKey(from: EndHash, to: EndHash): ResourceKey {
	return {low: from.low, high: from.high, low2: to.low, high2: to.high};
}

/** Returns a function that adds the edge of a checked row to the sink, by the facts of the row. An edge has no content. */
export function resourcesOfRows(facts: EdgeFacts, ends: EndIds, sink: ResourceSink): OnSentRecord {
	const content = new Content();
	return ({row, offset}) => {
		if (!facts.isEdge(row)) return;
		const {from, to} = facts.get(row);
		const type = ends.isInternal(from) && ends.isInternal(to) ? edgeType : externalEdgeType;
		sink.append(type, edgeKey(ends.hashOf(from), ends.hashOf(to)), content.start(offset));
	};
}

/** Reads the edge of a record from its bytes. A record without two well-formed ends has none. */
class EdgeReader implements ResourceReader {
	readonly #sink: ResourceSink;
	readonly #from = new EndReader();
	readonly #to = new EndReader();
	readonly #content = new Content();
	#columns: JsonColumns | undefined;
	#line: LineCheck | undefined;

	constructor(sink: ResourceSink) {
		this.#sink = sink;
	}

	reserve(records: number): void {
		this.#sink.reserve(edgeType, records);
	}

	forgetBytes(): void {}

	read(record: RecordScanner, offset: number): void {
		if (!(record instanceof JsonScanner)) throw new TypeError('edges are JSON Lines');
		const line = this.#lineCheck(record.columns);
		line.check(1, record, 'valid');
		if (!line.isObject) return;
		const form = formOf(line.scanner);
		const from = this.#from.read(line.scanner, source, form);
		const to = this.#to.read(line.scanner, target, form);
		if (from.type === 0 || to.type === 0) return;
		const type = from.type === internalType && to.type === internalType ? edgeType : externalEdgeType;
		this.#sink.append(type, edgeKey(from, to), this.#content.start(offset));
	}

	#lineCheck(columns: JsonColumns): LineCheck {
		if (this.#line === undefined || this.#columns !== columns) {
			this.#columns = columns;
			this.#line = new LineCheck({columns}, new KeyNames(columns));
		}

		return this.#line;
	}
}
