import type {CodeInfo} from '../kinds/codes.ts';
import type {PageFix, ProblemPage} from '../kinds/problem-page.ts';
import {wrap} from '../text/fit.ts';
import {shellWord} from '../text/shell-word.ts';

/** A code of a kind with its page. */
export type ExplainedCode = {
	readonly code: string;
	readonly info: CodeInfo;
	readonly page: ProblemPage;
};

/** The maximum width of a page: longer lines are hard to read. */
const maxColumns = 100;

/** Returns the page of a code as text, wrapped to the available columns. Ends with a newline. */
export function problemPageText({code, info, page}: ExplainedCode, available: number): string {
	const columns = Math.min(available, maxColumns);
	const indented = (text: string) => wrap(text, columns - 2).map(line => `  ${line}`);
	const file = (text: string) =>
		text
			.trimEnd()
			.split('\n')
			.map(line => `  ${line}`);
	const fixed = fixedExample(page);
	const {beside} = page.example;
	return lines([
		`${code} (${info.severity}): ${info.title}`,
		'',
		...wrap(page.meaning, columns),
		'',
		'Why it matters',
		...indented(page.reason),
		'',
		'Example',
		...file(page.example.text),
		...(beside === undefined ? [] : ['', `With ${beside.name}`, ...file(beside.text)]),
		'',
		'How to fix it',
		...page.fixes.flatMap(fix => [
			...indented(`${fixNames[fix.kind]}: ${fix.text}`),
			...commandsOf(code, fix).map(command => `    ${command}`),
		]),
		...(fixed === undefined ? [] : ['', 'The example after the fix', ...file(fixed)]),
	]);
}

/** Returns the page of a code as a section of a Markdown document. */
export function problemPageMarkdown({code, info, page}: ExplainedCode): string {
	const file = (text: string) => ['```csv', ...text.trimEnd().split('\n'), '```'];
	const fixed = fixedExample(page);
	const {beside} = page.example;
	return lines([
		`## ${code}`,
		'',
		`*${info.severity}*: ${info.title}`,
		'',
		page.meaning,
		'',
		`**Why it matters.** ${page.reason}`,
		'',
		...file(page.example.text),
		...(beside === undefined ? [] : ['', `With \`${beside.name}\`:`, '', ...file(beside.text)]),
		'',
		...page.fixes.flatMap(fix => [
			`- ${fixNames[fix.kind]}: ${fix.text}`,
			...commandsOf(code, fix).map(command => `  \`${command}\``),
		]),
		...(fixed === undefined ? [] : ['', 'The example after the fix:', '', ...file(fixed)]),
	]);
}

const fixNames: {readonly [Kind in PageFix['kind']]: string} = {
	safe: 'Safe fix',
	proposed: 'Proposed fix',
	edit: 'By hand',
	option: 'With an option',
	none: 'Nothing to do',
};

/** Returns the commands that apply a fix. */
function commandsOf(code: string, fix: PageFix): readonly string[] {
	switch (fix.kind) {
		case 'safe':
			return ['secoda-upload fix <file>'];
		case 'proposed':
			return [`secoda-upload fix <file> --fix ${code}`];
		case 'option':
			return [`secoda-upload check <file> ${fix.options.map(shellWord).join(' ')}`];
		case 'edit':
		case 'none':
			return [];
	}
}

function fixedExample({fixes}: ProblemPage): string | undefined {
	for (const fix of fixes) if (fix.kind === 'edit') return fix.fixed;
	return undefined;
}

function lines(all: readonly string[]): string {
	return `${all.join('\n')}\n`;
}
