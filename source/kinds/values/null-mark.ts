const nullMarks = new Set(['', 'none', 'null', 'na', 'n/a', 'nan', '\\n']);

/** True if a trimmed value is empty or a null placeholder such as `NULL`. */
export function isNullMark(trimmed: string): boolean {
	return trimmed.length <= 4 && nullMarks.has(trimmed.toLowerCase());
}
