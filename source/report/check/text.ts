import {titleOf} from '../../kinds/codes.ts';
import type {Problem} from '../../kinds/problem.ts';
import {count, plural} from '../../text/format.ts';
import {visible} from '../../text/visible.ts';
import {sourceName} from '../source-name.ts';
import {furtherLines, mappingLines} from './mapping-report.ts';
import {firstReported, isUnread, type ReportedFile, type ReportedProblem, severityCount} from './reported-file.ts';

/** The number of problems to list for each code. */
const defaultSamples = 3;
const longestValue = 40;

/**
Returns the report as text, file by file: errors first, by code, the first few of each (`shown`, 0 = all). Each problem is one line in
the format of compilers, `file:line: code: message`, so that editors and grep find it. Ends with a newline.
*/
export function textReport(files: readonly ReportedFile[], shown = defaultSamples): string {
	const lines = files.flatMap(file => fileLines(file, shown));
	const [code] = files.flatMap(({counts}) => [...counts.keys()]);
	if (code !== undefined && files.every(file => !isUnread(file)))
		lines.push(`Explain a problem: secoda-upload help ${code}`);
	return `${lines.join('\n')}\n`;
}

function fileLines(file: ReportedFile, shown: number): readonly string[] {
	if (file.mapping !== undefined && isUnread(file)) return mappingLines(file.path, file.mapping);
	const lines = [
		`${visible(sourceName(file.path))}: ${file.records === null ? '' : `${plural(file.records, 'row')}, `}${plural(severityCount(file, 'error'), 'error')}, ${plural(severityCount(file, 'warning'), 'warning')}`,
	];
	const most = shown === 0 ? Number.POSITIVE_INFINITY : shown;
	for (const [code, number] of file.counts) {
		const isInfo = file.kind.codes.get(code)?.severity === 'info';
		const some = isInfo ? [] : firstReported(file, code, most);
		lines.push(`  ${count(number).padStart(5)}  ${code} (${titleOf(file.kind.codes, code)})`);
		for (const problem of some) lines.push(`${visible(file.path)}:${sampleLine(problem)}`);
		if (number > some.length && !isInfo) lines.push(`         ... and ${count(number - some.length)} more`);
		if (file.likelyCause !== undefined && file.likelyCause.code === code)
			lines.push(`         ${file.likelyCause.message} ${file.likelyCause.next}`);
	}

	return file.mapping === undefined ? lines : [...lines, ...furtherLines(file.mapping)];
}

/** Returns a problem in one line: field, value and message, with the first fix if there is one. */
export function problemLine({field, value, message, fixes}: Problem): string {
	const text = value.length > longestValue ? `${value.slice(0, longestValue)}...` : value;
	const where = field === undefined || text === '' ? '' : `${field} = "${visible(text)}". `;
	const [fix] = fixes;
	return `${where}${visible(message)}${fix === undefined ? '' : ` Fix: ${visible(fix.title)}${fix.safe ? ' (safe)' : ''}.`}`;
}

/** Returns a listed problem. Problems of the whole file are reported on line 1, the header. */
function sampleLine({row, line, code, problem}: ReportedProblem): string {
	const text =
		'fixes' in problem ? `row ${row}: ${problemLine(problem)}` : `${visible(problem.message)} ${visible(problem.next)}`;
	return `${line ?? 1}: ${code}: ${text}`;
}
