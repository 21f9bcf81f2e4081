import {type Code, codes} from '../rules/codes.ts';
import type {Problem, Severity} from '../rules/problem.ts';
import {count, plural} from '../text/format.ts';
import {visible} from '../text/visible.ts';

/** A file that was checked, wherever it came from. */
export type CheckedFile = {
	readonly path: string;
	/** Number of records. */
	readonly records: number;
	readonly findings: {
		readonly counts: ReadonlyMap<Code, number>;
		total(severity: Severity): number;
		/** The rows with findings, in order. */
		rows(): Iterable<number>;
	};
	problemsAt(row: number): readonly Problem[];
};

/** How many problems of a kind are shown one by one. */
const samples = 3;
const longestValue = 40;

/** The problems of a file for people: by kind, the first few of each with row and value. Ends with a newline. */
export function findingsReport(file: CheckedFile): string {
	const {findings} = file;
	const lines = [
		`${visible(file.path)}: ${plural(file.records, 'row')}, ${plural(findings.total('error'), 'error')}, ${plural(findings.total('warning'), 'warning')}`,
	];
	const shown = firstOfEachKind(file);
	for (const [code, number] of findings.counts) {
		lines.push(`  ${count(number).padStart(5)}  ${code} (${codes[code].title})`);
		const some = shown.get(code) ?? [];
		for (const problem of some) lines.push(`         row ${problem.row}: ${problemLine(problem)}`);
		if (number > some.length) lines.push(`         ... and ${count(number - some.length)} more`);
	}

	return `${lines.join('\n')}\n`;
}

/** A problem in one line: field, value and what is wrong, with the first fix if there is one. */
export function problemLine({field, value, message, fixes}: Problem): string {
	const text = value.length > longestValue ? `${value.slice(0, longestValue)}...` : value;
	const where = field === undefined || text === '' ? '' : `${field} = "${visible(text)}". `;
	const [fix] = fixes;
	return `${where}${visible(message)}${fix === undefined ? '' : ` Fix: ${visible(fix.title)}${fix.safe ? ' (safe)' : ''}.`}`;
}

function firstOfEachKind(file: CheckedFile): ReadonlyMap<string, readonly Problem[]> {
	const shown = new Map<string, Problem[]>();
	const kinds = file.findings.counts.size;
	let full = 0;
	for (const row of file.findings.rows()) {
		for (const problem of file.problemsAt(row)) {
			const list = shown.get(problem.code) ?? [];
			if (list.length === samples) continue;
			shown.set(problem.code, [...list, problem]);
			if (list.length + 1 === samples) full++;
		}

		if (full === kinds) break;
	}

	return shown;
}
