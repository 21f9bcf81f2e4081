import {Box, Text, useCursor} from 'ink';
import {Table} from 'ink-table';
import {type ReactNode, useEffect} from 'react';
import type {Preview} from '../../../job/events.ts';
import {count} from '../../../text/format.ts';
import type {Size} from '../../size.ts';
import {type Store, useStore} from '../../store.ts';
import type {Paint} from '../../theme.ts';
import {type After, type Drawn, drawEnded, drawPreparing, drawPreview, drawSending} from './draw.ts';
import {drawResuming, drawSyncing} from './draw-syncing.ts';
import type {JobAction, JobEffect, JobState} from './state.ts';

export type JobStore = Store<JobState, JobAction, JobEffect>;

type Props = {
	readonly store: JobStore;
	readonly size: Size;
	readonly unsaved: boolean;
	readonly backTo: string;
	readonly paint: Paint;
};

/** How often the elapsed time is drawn anew, in milliseconds. */
const tickMs = 250;

/** The screens of one upload: preview, progress, sync, result. */
export function Job({store, size, unsaved, backTo, paint}: Props): ReactNode {
	const state = useStore(store);
	const moving = state.name === 'sending' || state.name === 'syncing';
	useEffect(() => {
		if (!moving) return undefined;
		const timer = setInterval(() => store.dispatch({type: 'tick', at: performance.now()}), tickMs);
		return () => clearInterval(timer);
	}, [moving, store]);
	const {title, lines, keys, cursor} = draw(state, size, {unsaved, backTo}, paint);
	const {setCursorPosition} = useCursor();
	// The lines stand under the title and a blank line, one cell from the left.
	setCursorPosition(cursor && {x: cursor.x + 1, y: cursor.y + 2});
	const counts = state.name === 'ended' && state.ending.sync !== null && size.rows >= 22 ? state.preview : undefined;
	return (
		<Box flexDirection="column" width="100%" height={size.rows} overflow="hidden">
			<Text wrap="truncate">{paint('title', ` ${title}`)}</Text>
			<Text> </Text>
			<Box flexDirection="column" flexGrow={1} overflow="hidden" paddingLeft={1}>
				{lines.slice(0, size.rows - 3).map((line, at) => (
					<Box key={at} height={1} flexShrink={0}>
						<Text wrap="truncate">{line === '' ? ' ' : line}</Text>
					</Box>
				))}
				{counts === undefined ? null : <Summary preview={counts} />}
			</Box>
			<Text wrap="truncate">{keys}</Text>
		</Box>
	);
}

function draw(state: JobState, size: Size, after: After, paint: Paint): Drawn {
	const {columns} = size;
	switch (state.name) {
		case 'preparing':
			return drawPreparing(state, columns, paint);
		case 'resuming':
			return drawResuming(columns, paint);
		case 'preview':
			return drawPreview(state, size, paint);
		case 'sending':
			return drawSending(state, columns, paint);
		case 'syncing':
			return drawSyncing(state, columns, paint);
		case 'ended':
			return drawEnded(state, after, columns, paint);
	}
}

/** What the upload was about, by kind. */
function Summary({preview: {plan}}: {preview: Preview}): ReactNode {
	const data = (['tables', 'columns'] as const).map(kind => ({
		kind,
		'in the file': count(plan.file[kind]),
		new: count(plan.created[kind]),
		'there already': count(plan.kept[kind]),
		hidden: count(plan.hidden[kind]),
	}));
	return (
		<Box marginTop={1}>
			<Table data={data} />
		</Box>
	);
}
