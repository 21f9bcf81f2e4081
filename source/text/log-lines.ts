import {codePoint, visible} from './visible.ts';

/**
Makes lines of text safe for a terminal or a CI log: unprintable characters become visible, and commands that a CI service
would run are disabled. GitHub reads `::name` at the start of a line and `##[` anywhere in it, Azure Pipelines `##vso[` and
`##[`, TeamCity `##teamcity[`.
*/
export function logLines(text: string): string {
	return text
		.split('\n')
		.map(line => withoutCommands(visible(line)))
		.join('\n');
}

/** Disables commands of CI services in a line: one character of each is replaced by its code point. */
function withoutCommands(line: string): string {
	return withoutHashCommands(line).replace(/^(\s*):(?=:)/, `$1${codePoint(':')}`);
}

/** Disables commands that CI services run anywhere in a line. */
export function withoutHashCommands(text: string, hash: string = codePoint('#')): string {
	return text.replace(/##(?=\[|vso\[|teamcity\[)/gi, `#${hash}`);
}
