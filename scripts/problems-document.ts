import {explainedCodes} from '../source/kinds/index.ts';
import {problemPageMarkdown} from '../source/report/problem-page.ts';

/** Returns the text of `docs/problems.md`: a section for each code. */
export function problemsDocument(): string {
	const explained = explainedCodes();
	return [
		'# Problems',
		'',
		'Every problem that `secoda-upload check` reports, by its code. `secoda-upload help <code>` prints one of these sections.',
		'A file with an error is never sent; a warning is worth a look; an info needs no action. A safe fix cannot change what a',
		'person meant. (This page is made from the rules: `npm run docs`.)',
		'',
		'| code | severity | problem |',
		'| --- | --- | --- |',
		...explained.map(({code, info}) => `| [${code}](#${code}) | ${info.severity} | ${info.title} |`),
		'',
		explained.map(problemPageMarkdown).join('\n'),
	].join('\n');
}
