import {renderToString} from 'ink';
import {createElement} from 'react';
import type {Frame} from '../../../source/app/frame.ts';
import {FrameView} from '../../../source/app/frame-view.tsx';
import type {Size} from '../../../source/app/size.ts';

/** Returns the lines of a frame as the terminal gets them, without the spaces at their ends. */
export function frameText(frame: Frame, size: Size): readonly string[] {
	const text = renderToString(createElement(FrameView, {frame, size}), {columns: size.columns});
	return text.split('\n').map(line => line.trimEnd());
}
