import {codes, total} from '../../rules/codes.ts';
import type {Problem} from '../../rules/problem.ts';
import {count, plural} from '../../text/format.ts';
import {visible} from '../../text/visible.ts';
import {type CheckedFile, firstListed, type Listed} from './checked-file.ts';

/** How many problems of a kind are shown one by one. */
const samples = 3;
const longestValue = 40;

/**
The problems of a file for people: errors first, by kind, the first few of each (`shown`, 0 = all) with row and value.
Ends with a newline.
*/
export function checkText(file: CheckedFile, shown = samples): string {
	const lines = [
		`${name(file.path)}: ${file.records === null ? '' : `${plural(file.records, 'row')}, `}${plural(total(file.counts, 'error'), 'error')}, ${plural(total(file.counts, 'warning'), 'warning')}`,
	];
	const most = shown === 0 ? Number.POSITIVE_INFINITY : shown;
	for (const [code, number] of file.counts) {
		const some = codes[code].severity === 'info' ? [] : firstListed(file, code, most);
		lines.push(`  ${count(number).padStart(5)}  ${code} (${codes[code].title})`);
		for (const {row, problem} of some) lines.push(`         ${sample(row, problem)}`);
		if (number > some.length && codes[code].severity !== 'info')
			lines.push(`         ... and ${count(number - some.length)} more`);
		if (code === 'table-conflict' && file.hint !== undefined)
			lines.push(`         ${file.hint.message} ${file.hint.next}`);
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

/** What people call a file that was read from standard input. */
function name(path: string): string {
	return path === '-' ? 'standard input' : visible(path);
}

function sample(row: number | null, problem: Listed['problem']): string {
	if ('fixes' in problem) return `row ${row}: ${problemLine(problem)}`;
	return `${visible(problem.message)} ${visible(problem.next)}`;
}
