const nullMarks = new Set(['', 'none', 'null', 'na', 'n/a', 'nan', '\\n']);

/** True if a trimmed value is a placeholder for "no value", or empty. */
export function isNullMark(trimmed: string): boolean {
	return trimmed.length <= 4 && nullMarks.has(trimmed.toLowerCase());
}
