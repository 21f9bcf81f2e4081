import {Box, Text, useInput, usePaste} from 'ink';
import type {ReactNode} from 'react';
import {cutTo, width} from '../../../text/fit.ts';
import {plural} from '../../../text/format.ts';
import {visible} from '../../../text/visible.ts';
import {keyLine} from '../../key-line.ts';
import {keyNames} from '../../keys.ts';
import {type Store, useStore} from '../../store.ts';
import type {Paint} from '../../theme.ts';
import {drawDetail, summary} from './draw-detail.ts';
import {drawGrid} from './draw-grid.ts';
import {drawOverlay, placeHeight} from './draw-overlay.ts';
import {browseKeys} from './keys.ts';
import {Kinds} from './kinds.tsx';
import {smallest} from './layout.ts';
import type {ReviewAction, ReviewContext, ReviewEffect, ReviewState} from './state.ts';

export type ReviewStore = Store<ReviewState, ReviewAction, ReviewEffect>;

/** The review screen: a table that fills the terminal, a detail pane, a key line. */
export function Review({store, context, paint}: {store: ReviewStore; context: ReviewContext; paint: Paint}): ReactNode {
	const state = useStore(store);
	useInput((input, key) => {
		for (const name of keyNames(input, key)) store.dispatch({type: 'key', key: name});
	});
	usePaste(text => store.dispatch({type: 'paste', text}));
	const {size, mode} = state;
	if (size.columns < smallest.columns || size.rows < smallest.rows)
		return <TooSmall columns={size.columns} rows={size.rows} />;
	if (mode.name === 'kinds')
		return <Kinds session={context.session} safeFixes={mode.safeFixes} size={size} paint={paint} />;
	const overlay = drawOverlay(state, context, paint);
	const fill = (lines: readonly string[], height: number) => Array.from({length: height}, (_, at) => lines[at] ?? '');
	const grid =
		overlay?.place === 'grid' ? fill(overlay.lines, placeHeight(state, 'grid')) : drawGrid(state, context, paint);
	const detail =
		overlay?.place === 'detail' ? fill(overlay.lines, placeHeight(state, 'detail')) : drawDetail(state, context, paint);
	const notice =
		state.notice === undefined
			? ''
			: paint(state.notice.tone === 'info' ? 'strong' : state.notice.tone, ` ${visible(state.notice.text)}`);
	const lines = [
		titleLine(state, context, paint),
		...grid,
		...detail,
		notice,
		overlay?.keys ?? keyLine(browseKeys, size.columns, paint),
	];
	return (
		<Box flexDirection="column" width="100%" height={size.rows} overflow="hidden">
			{lines.map((line, at) => (
				<Box key={at} height={1} flexShrink={0} overflow="hidden">
					<Text wrap="truncate">{line === '' ? ' ' : line}</Text>
				</Box>
			))}
		</Box>
	);
}

function titleLine({size}: ReviewState, context: ReviewContext, paint: Paint): string {
	const {session} = context;
	const {overlay} = session.table;
	const facts = [
		plural(session.records, 'row'),
		...(overlay.unsaved ? [`${plural(overlay.size, 'edited row')}, not saved`] : []),
	].join('  ');
	const room = Math.max(8, size.columns - width(facts) - 28);
	const path = visible(session.path);
	const name = width(path) <= room ? path : `…${path.slice(-(room - 1))}`;
	return ` ${paint('title', cutTo(name, room))}  ${paint('dim', facts)}  ${summary(context, paint)}`;
}

function TooSmall({columns, rows}: {columns: number; rows: number}): ReactNode {
	return (
		<Text wrap="wrap">
			This window is {columns}x{rows}. Please make it at least {smallest.columns}x{smallest.rows}; nothing is lost
			meanwhile.
		</Text>
	);
}
