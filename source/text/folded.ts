/** Returns a text for searches that ignore case and accents. */
export function folded(text: string): string {
	return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
