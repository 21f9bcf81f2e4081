/** Removes ASCII white space at both ends, and nothing else. */
export function trim(value: string): string {
	let start = 0;
	let end = value.length;
	while (start < end && isSpace(value.charCodeAt(start))) start++;
	while (end > start && isSpace(value.charCodeAt(end - 1))) end--;
	return start === 0 && end === value.length ? value : value.slice(start, end);
}

function isSpace(code: number): boolean {
	return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}
