import type {JsonLinesFormat} from '../../records/jsonl/json-lines-format.ts';
import {JsonScanner} from '../../records/jsonl/json-scanner.ts';
import {contentEnd} from '../../records/line-end.ts';
import type {RecordScanner} from '../../records/record-scanner.ts';
import type {Records} from '../../records/records.ts';
import type {Renumbering} from '../../records/renumbering.ts';
import type {Utf8} from '../../records/source/utf8-check.ts';
import type {DefinedIds, DescribedResource} from '../cross-check.ts';
import {isCanonicalLine} from '../json/canonical-lines.ts';
import {JsonRow} from '../json/json-row.ts';
import {LineCheck} from '../json/line-check.ts';
import type {FileProblem, Finding, Problem} from '../problem.ts';
import type {AffectedRows, DraftProblems, RecheckResult, RecordChecker} from '../record-checker.ts';
import type {Relatives} from '../relatives.ts';
import type {ResourceSink} from '../resources.ts';
import type {OnSentRecord} from '../sent-record.ts';
import {checkValues} from './check-values.ts';
import {CheckedLines} from './checked-lines.ts';
import {describe} from './describe.ts';
import {entityName} from './entity.ts';
import {comparedKeys, resourceKeyNames} from './field.ts';
import {ParentNames} from './keys/parent-names.ts';
import {ResourceRelations} from './keys/relations.ts';
import {type ResourceFact, ResourceFacts} from './keys/resource-facts.ts';
import {ResourceIds} from './keys/resource-ids.ts';
import {isRelation, type RelatedResources} from './relation.ts';
import {ResourceRelatives} from './relatives.ts';
import {ResourceCheck} from './resource-check.ts';
import {ResourceValues} from './resource-values.ts';
import {resourcesOfRows} from './resources.ts';
import {SimilarIds} from './similar-ids.ts';

const none: readonly Finding[] = [];
const noRow: ResourceFact = {type: 0, id: 0, parent: 0, sibling: 0, unknownKeys: 0, database: 0, schema: 0};

/** Checks the lines of a resources file. */
export class ResourcesChecker implements RecordChecker, RelatedResources, DefinedIds {
	readonly fileProblems: readonly FileProblem[] = [];
	readonly groups = undefined;
	readonly likelyCause = undefined;
	readonly definedIds = this;
	readonly #records: Records;
	readonly #facts = new ResourceFacts();
	readonly #ids = new ResourceIds();
	readonly #parentNames = new ParentNames();
	readonly #relations = new ResourceRelations(this.#facts, this.#ids);
	readonly #check: ResourceCheck;
	readonly #row: JsonRow;
	/** Reads rows that others are compared with. */
	readonly #other: JsonRow;
	readonly #similar: SimilarIds;
	readonly #values: ResourceValues;
	readonly #relatives: ResourceRelatives;
	/** The contents of lines; `undefined` if the check does not read them. */
	#contents: CheckedLines | undefined;
	#areCanonical = true;
	#unknownKeys = 0;
	#lastRow = 0;

	constructor(records: Records, format: JsonLinesFormat) {
		const names = resourceKeyNames(format.columns);
		this.#records = records;
		this.#row = new JsonRow(records, format, names);
		this.#check = new ResourceCheck(
			new LineCheck(format, names, records.limits),
			this.#facts,
			this.#ids,
			this.#parentNames,
		);
		this.#other = new JsonRow(records, format, names);
		const idOf = (row: number) => this.#other.read(row).value('databuilder_id');
		this.#similar = new SimilarIds(this.#ids, this.#relations, idOf);
		this.#values = new ResourceValues(records, this.#other);
		this.#relatives = new ResourceRelatives(this.#facts, this.#relations, this.#values);
	}

	get infoCounts(): ReadonlyMap<string, number> {
		return new Map([['unknown-key', this.#unknownKeys]]);
	}

	get entities(): ReadonlyMap<string, number> {
		return this.#facts.entities(this.#records.lastRow);
	}

	/** True if all lines are canonical in the file, and the check has read their contents. */
	get canBeUnread(): boolean {
		return this.#areCanonical && this.#contents !== undefined;
	}

	readContents(): void {
		this.#contents = new CheckedLines();
	}

	reserve(rows: number): void {
		this.#contents?.reserve(rows);
		this.#facts.reserve(rows + 1);
		this.#relations.reserve(rows + 1);
		this.#ids.reserve(rows);
		this.#check.reserve(rows);
	}

	startSlice(): void {}

	checkHeader(): readonly Finding[] {
		return none;
	}

	add(row: number, record: RecordScanner, utf8: Utf8): readonly Finding[] {
		if (!(record instanceof JsonScanner)) throw new TypeError('resources are JSON Lines');
		this.#facts.ensureRow(row);
		const own = this.#check.check(row, record, utf8);
		const {line} = this.#check;
		if (line !== undefined) this.#contents?.add(row, line);
		if (!isCanonicalLine(record.bytes, record.start, record.start + record.length)) this.#areCanonical = false;
		this.#unknownKeys += this.#facts.unknownKeys[row] as number;
		this.#relations.add(row);
		this.#lastRow = row;
		return own;
	}

	finish(): readonly number[] {
		return this.#relations.findAll(this.#lastRow);
	}

	recheckRow(row: number, {rows, ids}: AffectedRows): RecheckResult {
		const facts = this.#facts;
		const before = facts.get(row);
		const own = this.#recheckRecord(row, before);
		const now = facts.get(row);
		this.#unknownKeys += now.unknownKeys - before.unknownKeys;
		if (isSameRelated(before, now)) return {findings: own, revert: () => this.#revertUnknown(row, before)};
		this.#change(row, before, now, rows);
		const relations = this.#relations;
		relations.noteIds([before.id, now.id], ids);
		return {
			findings: own,
			revert: () => {
				this.#change(row, now, before, new Set());
				this.#revertUnknown(row, before);
			},
		};
	}

	#revertUnknown(row: number, before: ResourceFact): void {
		this.#unknownKeys += before.unknownKeys - (this.#facts.unknownKeys[row] ?? 0);
		this.#facts.set(row, before);
	}

	/** Replaces the facts of a row, and collects the rows whose findings depend on them. */
	#change(row: number, before: ResourceFact, now: ResourceFact, rows: Set<number>): void {
		const relations = this.#relations;
		const changed = new Set([before.id, now.id]);
		this.#facts.set(row, {...before, unknownKeys: now.unknownKeys});
		relations.collectAffected(row, rows);
		relations.forgetCircles(changed, rows);
		relations.remove(row);
		this.#facts.set(row, now);
		relations.add(row);
		relations.findCircles(changed, rows);
		relations.collectAffected(row, rows);
		this.#similar.forget();
	}

	/** Returns the findings of the current row alone. Keeps its facts if the row cannot be read. */
	#recheckRecord(row: number, before: ResourceFact): readonly Finding[] {
		this.#facts.set(row, noRow);
		if (this.#records.isSkipped(row)) return none;
		try {
			const {written, utf8} = this.#row.read(row);
			return this.#check.check(row, written, utf8);
		} catch (error) {
			this.#facts.set(row, before);
			throw error;
		}
	}

	renumber(renumbering: Renumbering, lastRow: number): () => void {
		this.#renumber(renumbering, lastRow);
		return () => this.#renumber(renumbering.inverse, renumbering.lastBefore(lastRow));
	}

	#renumber(renumbering: Renumbering, lastRow: number): void {
		this.#facts.renumber(renumbering, lastRow);
		this.#relations.renumber(renumbering, lastRow);
		this.#similar.forget();
	}

	recheckGroups(): Iterable<number> {
		return [];
	}

	relatedFindings(row: number): readonly Finding[] {
		return this.#relations.findings(row);
	}

	isRelated(code: string): boolean {
		return isRelation(code);
	}

	describe(finding: Finding): Problem {
		return describe(finding, this.#row.read(finding.row), this);
	}

	/** The draft is compared with other rows only if it changes nothing that rules compare. */
	checkDraft(row: number, cells: readonly string[]): DraftProblems {
		const draft = this.#row.readDraft(row, cells);
		const own = this.#problemsOf(draft);
		if (!draft.line.isObject) return {problems: own, isCompared: true};
		const isCompared = !this.#records.isSkipped(row) && this.#hasComparedValues(draft);
		if (!isCompared) return {problems: own, isCompared};
		const related = this.relatedFindings(row).map(finding => describe(finding, draft, this));
		return {problems: [...own, ...related], isCompared};
	}

	/** True if a draft has the values of its row that rules compare. */
	#hasComparedValues(draft: JsonRow): boolean {
		const now = this.#other.read(draft.row);
		return comparedKeys.every(key => draft.value(key) === now.value(key) && draft.typeOf(key) === now.typeOf(key));
	}

	checkDraftAlone(row: number, cells: readonly string[]): readonly Problem[] {
		return this.#problemsOf(this.#row.readDraft(row, cells));
	}

	checkTextAlone(row: number, record: string): readonly Problem[] {
		return this.#problemsOf(this.#row.readText(row, record));
	}

	/** Returns the problems of a row alone, as it was read. */
	#problemsOf(row: JsonRow): readonly Problem[] {
		const {line} = row;
		const findings = line.isObject ? [...row.findings, ...checkValues(row.row, line.scanner)] : row.findings;
		return findings.map(finding => describe(finding, row, this));
	}

	groupOf(row: number): readonly number[] {
		return [row];
	}

	duplicateRowOf(row: number): number | undefined {
		const {byId} = this.#relations;
		const id = this.#facts.ids[row] ?? 0;
		const first = byId.first(id);
		return (first === row ? byId.second(id) : first) || undefined;
	}

	resources(sink: ResourceSink): OnSentRecord {
		const [facts, ids, parentNames] = [this.#facts, this.#ids, this.#parentNames];
		return resourcesOfRows({facts, ids, parentNames, contents: this.#contents}, sink);
	}

	has(low: number, high: number): boolean {
		return this.#relations.byId.first(this.#ids.findHash(low, high)) !== 0;
	}

	similar(id: string): string | undefined {
		return this.#similar.find(id);
	}

	describeId(id: string): DescribedResource | undefined {
		const row = this.#relations.byId.first(this.#ids.find(id));
		if (row === 0) return undefined;
		const value = this.#values.of(row);
		return {row, title: value('title'), type: value('entity_type')};
	}

	idAt(row: number): string | undefined {
		return this.#facts.get(row).id === 0 ? undefined : this.#other.read(row).value('databuilder_id');
	}

	relativesOf(row: number): readonly Relatives[] {
		return this.#relatives.of(row);
	}

	duplicateOf(row: number): number {
		return this.#relations.duplicateOf(row);
	}

	collisionOf(row: number): number {
		return this.#relations.collisionOf(row);
	}

	siblingOf(row: number): number {
		return this.#relations.siblingOf(row);
	}

	parentRow(row: number): number {
		return this.#relations.parentRow(row);
	}

	typeOf(row: number) {
		return entityName(this.#facts.types[row] ?? 0);
	}

	areSame(row: number, other: number): boolean {
		const contentOf = (at: number) => {
			if (this.#records.isTooLong(at)) return undefined;
			const bytes = this.#records.currentBytes(at);
			return Buffer.from(bytes.subarray(0, contentEnd(bytes, 0, bytes.length)));
		};
		const content = contentOf(row);
		return content !== undefined && contentOf(other)?.equals(content) === true;
	}
}

/** True if two facts give the same relations. */
function isSameRelated(one: ResourceFact, other: ResourceFact): boolean {
	return one.type === other.type && one.id === other.id && one.parent === other.parent && one.sibling === other.sibling;
}
