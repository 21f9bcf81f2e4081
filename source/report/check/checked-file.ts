import {countProblems} from '../../kinds/codes.ts';
import type {FileKind} from '../../kinds/file-kind.ts';
import type {FileProblem, Problem, Severity} from '../../kinds/problem.ts';
import type {LikelyCause} from '../../kinds/record-checker.ts';

/** A file that was checked, wherever it came from. */
export type CheckedFile = {
	readonly path: string;
	/** The kind of the file; of a file that cannot be read, the one that it should be. */
	readonly kind: FileKind;
	/** Null when the file keeps its rows from being judged. */
	readonly records: number | null;
	/** The number of groups of rows, such as warehouse tables; null likewise, absent where the kind has none. */
	readonly groups: number | null | undefined;
	/** How often each code was found; codes that were not found are absent. */
	readonly counts: ReadonlyMap<string, number>;
	readonly wholeFile: readonly FileProblem[];
	/** What the problems together look like. */
	readonly likelyCause: LikelyCause | undefined;
	/** The first problems of a kind in rows, in order; at most `most`. */
	first(code: string, most: number): readonly Problem[];
	/** The rows with problems, in order. */
	rows(): Iterable<number>;
	problemsAt(row: number): readonly Problem[];
	/** The physical line on which a row starts. */
	lineOf(row: number): number;
};

/** Returns how many problems of a severity a file has. */
export function severityCount({kind, counts}: CheckedFile, severity: Severity): number {
	return countProblems(kind.codes, counts, severity);
}

/** A problem that is listed: infos are only counted. */
export type ReportedProblem = {
	readonly code: string;
	readonly severity: Severity;
	readonly row: number | null;
	readonly line: number | null;
	readonly problem: Problem | FileProblem;
};

/** The errors and warnings of a file, those of the whole file first, then in file order; at most `limit` (0 = all). */
export function* reportedProblems(file: CheckedFile, limit: number): Generator<ReportedProblem, void, void> {
	let left = limit === 0 ? Number.POSITIVE_INFINITY : limit;
	for (const problem of file.wholeFile) {
		if (problem.severity === 'info') continue;
		if (left-- <= 0) return;
		yield reportedFileProblem(problem);
	}

	for (const row of file.rows()) {
		for (const problem of file.problemsAt(row)) {
			if (left-- <= 0) return;
			yield reportedRowProblem(file, problem);
		}
	}
}

/** The first problems of a kind, those of the whole file first; at most `most`. */
export function firstReported(file: CheckedFile, code: string, most: number): readonly ReportedProblem[] {
	const whole = file.wholeFile.filter(problem => problem.code === code).map(reportedFileProblem);
	const inRows = file.first(code, Math.max(0, most - whole.length)).map(problem => reportedRowProblem(file, problem));
	return [...whole, ...inRows].slice(0, most);
}

function reportedFileProblem(problem: FileProblem): ReportedProblem {
	return {code: problem.code, severity: problem.severity, row: null, line: null, problem};
}

function reportedRowProblem(file: CheckedFile, problem: Problem): ReportedProblem {
	const {code, severity, row} = problem;
	return {code, severity, row, line: file.lineOf(row), problem};
}

/** A problem that is left out of a report: a code, or a code in one field. */
export type IgnoredProblem = {readonly code: string; readonly field?: string | undefined};
