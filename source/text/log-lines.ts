import {codePoint, visible} from './visible.ts';

/**
Returns lines of text for a terminal or a CI log: unprintable characters are visible, and no line holds a command that a
CI service would run. GitHub reads `::name` at the start of a line and `##[` anywhere in it, Azure Pipelines `##vso[` and
`##[`, TeamCity `##teamcity[`.
*/
export function logLines(text: string): string {
	return text
		.split('\n')
		.map(line => withoutCommands(visible(line)))
		.join('\n');
}

/** Returns one line without commands of CI services: a character of each is written as its code point. */
function withoutCommands(line: string): string {
	return withoutHashCommands(line).replace(/^(\s*):(?=:)/, `$1${codePoint(':')}`);
}

/** Returns text without the commands that are read anywhere in a line. */
export function withoutHashCommands(text: string, hash: string = codePoint('#')): string {
	return text.replace(/##(?=\[|vso\[|teamcity\[)/gi, `#${hash}`);
}
