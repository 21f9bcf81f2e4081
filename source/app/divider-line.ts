import {cutTo} from '../text/fit.ts';
import {width} from '../text/width.ts';

/** A line across the screen that carries a title. */
export function dividerLine(text: string, columns: number): string {
	const shown = cutTo(text, columns - 6);
	return `── ${shown} ${'─'.repeat(Math.max(0, columns - 4 - width(shown)))}`;
}
