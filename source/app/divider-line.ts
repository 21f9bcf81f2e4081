import {cutTo} from '../text/fit.ts';
import {width} from '../text/width.ts';

/** Returns a line across the screen with a title in it. */
export function dividerLine(text: string, columns: number): string {
	const shown = cutTo(text, columns - 6);
	return `── ${shown} ${'─'.repeat(Math.max(0, columns - 4 - width(shown)))}`;
}
