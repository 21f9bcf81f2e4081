import type {ColumnsState, JsonColumns} from '../../records/jsonl/json-columns.ts';
import type {JsonLinesFormat} from '../../records/jsonl/json-lines-format.ts';
import {JsonScanner} from '../../records/jsonl/json-scanner.ts';
import type {RecordScanner} from '../../records/record-scanner.ts';
import type {Records} from '../../records/records.ts';
import type {Renumbering} from '../../records/renumbering.ts';
import type {Utf8} from '../../records/source/utf8-check.ts';
import type {EdgeSource} from '../edges.ts';
import {isCanonicalLine} from '../json/canonical-lines.ts';
import {JsonRow} from '../json/json-row.ts';
import {KeyNames} from '../json/key-names.ts';
import {LineCheck} from '../json/line-check.ts';
import type {FileProblem, Finding, Problem} from '../problem.ts';
import type {AffectedRows, DraftProblems, RecheckResult, RecordChecker} from '../record-checker.ts';
import type {Relatives} from '../relatives.ts';
import type {ResourceSink} from '../resources.ts';
import type {OnSentRecord} from '../sent-record.ts';
import {describe} from './describe.ts';
import {EdgeCheck} from './edge-check.ts';
import {type EdgeFact, noEdge} from './edge-facts.ts';
import {EdgeList} from './edge-list.ts';
import {EdgeRelations, type EdgeRelationsState} from './edge-relations.ts';
import {endText} from './edge-texts.ts';
import {type EndColumns, fieldOfId, source, target} from './field.ts';
import {EdgeRelatives} from './relatives.ts';
import {ResourceReferences} from './resource-references.ts';
import {edgeType, resourcesOfRows} from './resources.ts';

const none: readonly Finding[] = [];

/** The codes of findings that depend on other rows or on the resources file. */
const relatedCodes: ReadonlySet<string> = new Set(['duplicate-edge', 'unknown-resource']);

/** The findings of one row alone, and its facts. */
type CheckedEdge = {readonly findings: readonly Finding[]; readonly fact: EdgeFact};

/** The result of the first check. */
type LineageState = {
	readonly columns: ColumnsState;
	readonly relations: EdgeRelationsState;
	readonly unknownKeys: number;
	readonly areCanonical: boolean;
};

/** Checks the edges of a lineage file. It has no groups of rows that must agree. */
export class LineageChecker implements RecordChecker {
	readonly fileProblems: readonly FileProblem[] = [];
	readonly groups = undefined;
	readonly likelyCause = undefined;
	readonly references: ResourceReferences;
	readonly edges: EdgeSource;
	/** True if all lines are canonical in the file. */
	areCanonical = true;
	#unknownKeys = 0;
	readonly #records: Records;
	readonly #columns: JsonColumns;
	readonly #row: JsonRow;
	readonly #line: LineCheck;
	readonly #check = new EdgeCheck();
	readonly #relations: EdgeRelations;
	readonly #relatives: EdgeRelatives;

	constructor(records: Records, format: JsonLinesFormat) {
		const names = new KeyNames(format.columns);
		this.#records = records;
		this.#columns = format.columns;
		this.#row = new JsonRow(records, format, names);
		this.#line = new LineCheck(format, names, records.limits);
		this.#relations = new EdgeRelations((one, other) => this.#edgeText(one) === this.#edgeText(other));
		this.references = new ResourceReferences(this.#relations.ends, this.#relations.facts);
		this.edges = new EdgeList(this.#relations, this.#row);
		this.#relatives = new EdgeRelatives(this.edges, this.references);
	}

	get state(): LineageState {
		const [columns, relations, unknownKeys] = [this.#columns.state, this.#relations.state, this.#unknownKeys];
		return {columns, relations, unknownKeys, areCanonical: this.areCanonical};
	}

	set state({columns, relations, unknownKeys, areCanonical}: LineageState) {
		this.#columns.state = columns;
		this.#relations.state = relations;
		this.#unknownKeys = unknownKeys;
		this.areCanonical = areCanonical;
	}

	get infoCounts(): ReadonlyMap<string, number> {
		return new Map([['unknown-key', this.#unknownKeys]]);
	}

	reserve(rows: number): void {
		this.#relations.reserve(rows);
	}

	startSlice(): void {
		this.#relations.numberEnds();
	}

	checkHeader(): readonly Finding[] {
		return none;
	}

	add(row: number, record: RecordScanner, utf8: Utf8): readonly Finding[] {
		if (!(record instanceof JsonScanner)) throw new TypeError('edges are JSON Lines');
		if (!isCanonicalLine(record.bytes, record.start, record.start + record.length)) this.areCanonical = false;
		const line = this.#line.check(row, record, utf8);
		const {isObject, scanner, unknownKeys} = this.#line;
		if (!isObject) return line;
		const own = this.#check.check(row, scanner);
		this.#relations.add(row, this.#check, unknownKeys);
		this.#unknownKeys += unknownKeys;
		return line.length === 0 ? own : [...line, ...own];
	}

	finish(): readonly number[] {
		return this.#relations.finish();
	}

	describe(finding: Finding): Problem {
		return this.#describe(finding, this.#row.read(finding.row), this.#relations.earlier(finding.row));
	}

	#describe(finding: Finding, read: JsonRow, earlier: number): Problem {
		return describe(finding, read, {earlier, similar: id => this.references.similar(id)});
	}

	checkDraft(row: number, cells: readonly string[]): DraftProblems {
		const read = this.#row.readDraft(row, cells);
		const {findings, fact} = this.#checkRow(read);
		const earlier = this.#relations.rowWith(fact, row);
		const all = [...findings, ...this.#related(row, fact, earlier)];
		return {problems: all.map(finding => this.#describe(finding, read, earlier)), isCompared: true};
	}

	checkDraftAlone(row: number, cells: readonly string[]): readonly Problem[] {
		return this.#problemsOf(this.#row.readDraft(row, cells));
	}

	checkTextAlone(row: number, record: string): readonly Problem[] {
		return this.#problemsOf(this.#row.readText(row, record));
	}

	#problemsOf(read: JsonRow): readonly Problem[] {
		return this.#checkRow(read).findings.map(finding => this.#describe(finding, read, 0));
	}

	#checkRow({row, findings, line}: JsonRow): CheckedEdge {
		if (!line.isObject) return {findings, fact: noEdge};
		const own = this.#check.check(row, line.scanner);
		return {findings: [...findings, ...own], fact: this.#relations.factOf(this.#check, line.unknownKeys)};
	}

	recheckRow(row: number, affected: AffectedRows): RecheckResult {
		const before = this.#relations.facts.get(row);
		const {findings, fact} = this.#records.isSkipped(row)
			? {findings: none, fact: noEdge}
			: this.#checkRow(this.#row.read(row));
		const revert = this.#relations.change(row, fact, affected.rows);
		this.#unknownKeys += fact.unknownKeys - before.unknownKeys;
		return {
			findings,
			revert: () => {
				this.#unknownKeys += before.unknownKeys - fact.unknownKeys;
				revert();
			},
		};
	}

	renumber(renumbering: Renumbering, lastRow: number): () => void {
		this.#relations.renumber(renumbering, lastRow);
		return () => this.#relations.renumber(renumbering.inverse, renumbering.lastBefore(lastRow));
	}

	recheckGroups(): Iterable<number> {
		return [];
	}

	isRelated(code: string): boolean {
		return relatedCodes.has(code);
	}

	relatedFindings(row: number): readonly Finding[] {
		return this.#related(row, this.#relations.facts.get(row), this.#relations.earlier(row));
	}

	#related(row: number, fact: EdgeFact, earlier: number): readonly Finding[] {
		return [
			...this.#unknownIn(row, source, fact.from, fact),
			...this.#unknownIn(row, target, fact.to, fact),
			...(earlier === 0 ? [] : [{row, code: 'duplicate-edge'}]),
		];
	}

	#unknownIn(row: number, columns: EndColumns, end: number, {old}: EdgeFact): readonly Finding[] {
		if (!this.references.isUnknown(end)) return [];
		return [{row, code: 'unknown-resource', field: fieldOfId(columns, old === 1 ? 'old' : 'today')}];
	}

	groupOf(row: number): readonly number[] {
		return [row];
	}

	duplicateRowOf(row: number): number | undefined {
		return this.#relations.earlier(row) || this.#relations.successor(row) || undefined;
	}

	resources(sink: ResourceSink): OnSentRecord {
		sink.reserve(edgeType, this.#records.count);
		return resourcesOfRows(this.#relations.facts, this.#relations.ends, sink);
	}

	relativesOf(row: number): readonly Relatives[] {
		return this.#relatives.of(row);
	}

	/** Returns both ends of the current row as text, which is equal for equal ends. */
	#edgeText(row: number): string {
		const {scanner} = this.#row.read(row).line;
		return JSON.stringify([endText(scanner, source), endText(scanner, target)]);
	}
}
