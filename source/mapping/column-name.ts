import {distinctLabels} from '../kinds/header.ts';
import {unprintable} from '../text/visible.ts';

/** Returns how a recipe names a column: by its label, or as `#3` if the label is not unique or cannot be typed. */
export function columnName(labels: readonly string[], column: number): string {
	const label = labels[column] ?? '';
	const isTyped =
		distinctLabels(labels).includes(label) && !unprintable.test(label) && !/^#\d+$|[=]/.test(label.trim());
	return isTyped ? label.trim() : `#${column + 1}`;
}
