/**
Returns the longest part of a text between separators. Bytes that are not UTF-8 are shown as U+FFFD, so a format always names
that as one.
*/
export function longestPart(text: string, separators: RegExp): string {
	return text.split(separators).reduce((one, other) => (other.length > one.length ? other : one), '');
}
