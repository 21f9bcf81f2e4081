/** Normalizes a label for comparison with known labels: `Column Name`, `column-name` and `COLUMN_NAME` are `column_name`. */
export function normalizeLabel(label: string): string {
	return label
		.replaceAll(/[\uFEFF\u200B-\u200D\u2060]/g, '')
		.replaceAll(/\p{White_Space}/gu, ' ')
		.trim()
		.toLowerCase()
		.replaceAll(/[ _-]+/g, '_');
}
