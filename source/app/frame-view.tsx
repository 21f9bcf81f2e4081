import {Box, Text, useCursor} from 'ink';
import {Table} from 'ink-table';
import {memo, type ReactNode} from 'react';
import {type Frame, type FrameTable, heightOf} from './frame.ts';
import type {Size} from './size.ts';

/** Fills the terminal with a frame. No other code turns a screen into Ink elements. */
export function FrameView({frame: {lines, keys, cursor}, size}: {frame: Frame; size: Size}): ReactNode {
	const {setCursorPosition} = useCursor();
	setCursorPosition(cursor);
	return (
		<Box flexDirection="column" width="100%" height={size.rows}>
			{[...filled(lines, size.rows - 1), keys].map((part, at) =>
				typeof part === 'string' ? <Line key={at} text={part} /> : <Ruled key={at} table={part} />,
			)}
		</Box>
	);
}

/** A line of text; React skips it while its text is the same. */
const Line = memo(function Line({text}: {text: string}): ReactNode {
	return <Text wrap="truncate">{text === '' ? ' ' : text}</Text>;
});

function Ruled({table}: {table: FrameTable}): ReactNode {
	return (
		<Box height={heightOf(table)} flexShrink={0} overflow="hidden" paddingLeft={1}>
			<Table data={[...table.rows]} />
		</Box>
	);
}

/** Returns the parts that fit into `height` lines, padded with empty lines. */
function filled(parts: Frame['lines'], height: number): Frame['lines'] {
	const shown: Array<string | FrameTable> = [];
	let room = height;
	for (const part of parts) {
		room -= heightOf(part);
		if (room < 0) return [...shown, ...blank(room + heightOf(part))];
		shown.push(part);
	}

	return [...shown, ...blank(room)];
}

function blank(lines: number): readonly string[] {
	return Array.from({length: lines}, () => '');
}
