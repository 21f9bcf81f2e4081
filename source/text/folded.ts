/** Returns a text as it is searched: without regard to case and accents. */
export function folded(text: string): string {
	return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
