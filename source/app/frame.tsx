import {Box, Text, useCursor} from 'ink';
import type {ReactNode} from 'react';
import type {Size} from './size.ts';

/** What a screen shows: its lines from the top, its keys in the last one, and where typed text goes. */
export type Frame = {
	readonly lines: readonly string[];
	readonly keys: string;
	/** Terminal cells from the top left corner. An input method shows there what is being composed. */
	readonly cursor?: {readonly x: number; readonly y: number} | undefined;
};

/** Fills the terminal with a frame, one text a line. */
export function FrameView({frame: {lines, keys, cursor}, size}: {frame: Frame; size: Size}): ReactNode {
	const {setCursorPosition} = useCursor();
	setCursorPosition(cursor);
	const shown = Array.from({length: size.rows - 1}, (_, at) => lines[at] ?? '');
	return (
		<Box flexDirection="column" width="100%" height={size.rows} overflow="hidden">
			{[...shown, keys].map((line, at) => (
				<Box key={at} height={1} flexShrink={0} overflow="hidden">
					<Text wrap="truncate">{line === '' ? ' ' : line}</Text>
				</Box>
			))}
		</Box>
	);
}
