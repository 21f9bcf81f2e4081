/**
Returns the longest part of a text between separators. U+FFFD must be a separator, because it replaces bytes that are not UTF-8.
*/
export function longestPart(text: string, separators: RegExp): string {
	return text.split(separators).reduce((one, other) => (other.length > one.length ? other : one), '');
}
