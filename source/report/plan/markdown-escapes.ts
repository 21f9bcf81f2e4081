/** Escapes visible text for HTML. */
export function escapeHtml(text: string): string {
	return text.replaceAll(/[&<>"'`]/g, character => `&#${character.charCodeAt(0)};`);
}

/** Returns lines as a code block, in which nothing has a meaning. Its fence is longer than all backticks in it. */
export function fenced(lines: readonly string[], language: 'diff' | 'text'): string {
	const longest = lines.reduce((most, line) => Math.max(most, longestRun(line)), 2);
	const fence = '`'.repeat(longest + 1);
	return [`${fence}${language}`, ...lines, fence].join('\n');
}

function longestRun(line: string): number {
	return Math.max(0, ...Array.from(line.matchAll(/`+/g), ([run]) => run.length));
}
