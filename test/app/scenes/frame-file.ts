import {fileURLToPath} from 'node:url';
import type {Capture} from './capture.ts';
import type {SceneSize} from './scene.ts';

/** The folder of the committed frames. */
export const framesFolder: string = fileURLToPath(new URL('../frames/', import.meta.url));

/** Returns the name of the file that holds a frame. */
export function frameName(scene: string, [columns, rows]: SceneSize): string {
	return `${scene}.${columns}x${rows}.txt`;
}

/** Returns a frame as it is committed: its lines and the place of the cursor. */
export function frameFile({lines, cursor}: Pick<Capture, 'lines' | 'cursor'>): string {
	const place = cursor === undefined ? 'no cursor' : `cursor at column ${cursor.x}, line ${cursor.y}`;
	return `${[...lines, place].join('\n')}\n`;
}

/** Returns the lines in which two frames differ, with line numbers, the expected line first; `undefined` if none differs. */
export function frameDifference(expected: string, actual: string): string | undefined {
	const [before, now] = [expected.split('\n'), actual.split('\n')];
	const different = Array.from({length: Math.max(before.length, now.length)}, (_, at) => at).filter(
		at => before[at] !== now[at],
	);
	if (different.length === 0) return undefined;
	return different
		.flatMap(at => [`${String(at).padStart(3)} - ${before[at] ?? '(no line)'}`, `    + ${now[at] ?? '(no line)'}`])
		.join('\n');
}
