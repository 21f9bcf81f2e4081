import {Box, Text} from 'ink';
import {Table} from 'ink-table';
import type {ReactNode} from 'react';
import {codes} from '../../../rules/codes.ts';
import type {Session} from '../../../session/session.ts';
import {count} from '../../../text/format.ts';
import {keyLine} from '../../key-line.ts';
import type {Size} from '../../size.ts';
import type {Paint} from '../../theme.ts';
import {cells} from './fix-kind.ts';
import {kindsKeys} from './overlays.ts';

/** The problems of the file by kind, with their counts. */
export function Kinds({
	session,
	safeFixes,
	size,
	paint,
}: {
	session: Session;
	safeFixes: number;
	size: Size;
	paint: Paint;
}): ReactNode {
	// Each kind takes two lines of the table.
	const kinds = [...session.counts].slice(0, Math.max(1, Math.floor((size.rows - 8) / 2)));
	const data = kinds.map(([code, number]) => ({
		count: count(number),
		kind: code,
		...(size.columns >= 72 ? {meaning: codes[code].title} : {}),
	}));
	return (
		<Box flexDirection="column" height={size.rows} overflow="hidden">
			<Text bold>Problems by kind</Text>
			<Box flexGrow={1} flexDirection="column" overflow="hidden">
				{data.length === 0 ? <Text>No problems in this file.</Text> : <Table data={data} />}
				<Text>
					{safeFixes === 0
						? 'No safe fixes are left: the rest needs a person.'
						: `${cells(safeFixes)} can be fixed safely: the fix cannot change what was meant.`}
				</Text>
			</Box>
			<Text wrap="truncate">{keyLine(safeFixes === 0 ? kindsKeys.slice(1) : kindsKeys, size.columns, paint)}</Text>
		</Box>
	);
}
