import {explainedCodes} from '../kinds/index.ts';
import {problemPageText} from '../report/problem-page.ts';
import {alignedLines} from '../text/aligned-lines.ts';
import type {CommandIo} from './io.ts';

/** The width of a page if the output is not a terminal. */
const defaultColumns = 80;

/** `secoda-upload help <code>`: explains a problem, with one page per file kind that has the code. */
export async function explainProblem(code: string, {stdout}: CommandIo): Promise<number> {
	const columns = stdout.stream.columns ?? defaultColumns;
	const pages = explainedCodes().filter(other => other.code === code);
	stdout.write(pages.map(page => problemPageText(page, columns)).join('\n'));
	return 0;
}

/** `secoda-upload help codes`: lists all problem codes. */
export async function listCodes({stdout}: CommandIo): Promise<number> {
	stdout.write(alignedLines(explainedCodes().map(({code, info}) => [code, info.severity, info.title])));
	stdout.write('\nExplain one: secoda-upload help <code>\n');
	return 0;
}
