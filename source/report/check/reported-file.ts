import {countProblems} from '../../kinds/codes.ts';
import type {FileKind} from '../../kinds/file-kind.ts';
import type {FileProblem, Problem, Severity} from '../../kinds/problem.ts';
import type {LikelyCause} from '../../kinds/record-checker.ts';
import type {RowNumber, RowNumbers} from '../../records/row-numbers.ts';
import type {ReportedMapping} from './mapping-report.ts';

/** The result of a check, from any source. */
export type ReportedFile = {
	readonly path: string;
	/** The kind of the file; the expected kind if the file cannot be read. */
	readonly kind: FileKind;
	/** False if the file has no format that is known. */
	readonly isRecognized: boolean;
	/** The number of records; null if the rows were not checked. */
	readonly records: number | null;
	/** The number of groups, such as warehouse tables; null if the rows were not checked, absent if the kind has no groups. */
	readonly groups: number | null | undefined;
	/** The number of records of each type of resource; absent for kinds whose records have several types. */
	readonly entities?: ReadonlyMap<string, number> | undefined;
	/** The number of problems with each code; codes without problems are absent. */
	readonly counts: ReadonlyMap<string, number>;
	/** Of these, the problems that are only warnings, although their code is an error. */
	readonly softened: ReadonlyMap<string, number>;
	readonly wholeFile: readonly FileProblem[];
	/** How the file can be read, if its columns do not match. */
	readonly mapping?: ReportedMapping | undefined;
	/** A likely common cause of many problems. */
	readonly likelyCause: LikelyCause | undefined;
	/** Returns the first problems with a code in rows, in order, at most `most`. */
	first(code: string, most: number): readonly Problem[];
	/** Returns the rows with problems, in order. */
	rows(): Iterable<number>;
	problemsAt(row: number): readonly Problem[];
	/** The numbers of the rows, which reports print. */
	readonly numbers: RowNumbers;
};

/** Returns the number of problems with a severity. */
export function severityCount(file: ReportedFile, severity: Severity): number {
	return countProblems(file.kind.codes, file, severity);
}

/** A problem in a report. Infos are only counted. */
export type ReportedProblem = {
	readonly code: string;
	readonly severity: Severity;
	readonly row: RowNumber | null;
	/** The other row of a pair. */
	readonly related: RowNumber | null;
	readonly line: number | null;
	readonly problem: Problem | FileProblem;
};

/** Returns the errors and warnings: first those of the whole file, then in file order; at most `limit` (0 = all). */
export function* reportedProblems(file: ReportedFile, limit: number): Generator<ReportedProblem, void, void> {
	let left = limit === 0 ? Number.POSITIVE_INFINITY : limit;
	for (const problem of file.wholeFile) {
		if (problem.severity === 'info') continue;
		if (left-- <= 0) return;
		yield reportedFileProblem(file, problem);
	}

	for (const row of file.rows()) {
		for (const problem of file.problemsAt(row)) {
			if (left-- <= 0) return;
			yield reportedRowProblem(file, problem);
		}
	}
}

/** Returns the first problems with a code, those of the whole file first, at most `most`. */
export function firstReported(file: ReportedFile, code: string, most: number): readonly ReportedProblem[] {
	const whole = file.wholeFile
		.filter(problem => problem.code === code)
		.map(problem => reportedFileProblem(file, problem));
	const inRows = file.first(code, Math.max(0, most - whole.length)).map(problem => reportedRowProblem(file, problem));
	return [...whole, ...inRows].slice(0, most);
}

function reportedFileProblem(file: ReportedFile, problem: FileProblem): ReportedProblem {
	const {code, severity, row} = problem;
	return {code, severity, ...placeOf(file, row), related: null, problem};
}

function reportedRowProblem(file: ReportedFile, problem: Problem): ReportedProblem {
	const {code, severity, row, related} = problem;
	return {code, severity, ...placeOf(file, row), related: placeOf(file, related).row, problem};
}

function placeOf({numbers}: ReportedFile, row: number | undefined): Pick<ReportedProblem, 'row' | 'line'> {
	return row === undefined ? {row: null, line: null} : {row: numbers.of(row), line: numbers.lineOf(row)};
}

/** Returns the field that reports name for a field of a finding. */
export function reportedField({reportedField}: FileKind, field: string | undefined): string | undefined {
	return field === undefined ? undefined : (reportedField?.(field) ?? field);
}

/** A problem that reports ignore: a code, or a code in one field. */
export type IgnoredProblem = {readonly code: string; readonly field?: string | undefined};

/** True if the rows of a file cannot be read without the proposed recipe. */
export function isUnread({mapping}: ReportedFile): boolean {
	return mapping !== undefined && mapping.further === undefined;
}
