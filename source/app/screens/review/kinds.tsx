import {Box, Text} from 'ink';
import {Table} from 'ink-table';
import type {ReactNode} from 'react';
import {type Code, codes} from '../../../kinds/warehouse/codes.ts';
import type {Session} from '../../../session/session.ts';
import {fit} from '../../../text/fit.ts';
import {count, plural} from '../../../text/format.ts';
import {keyLine} from '../../key-line.ts';
import {enabledBindings} from '../../keys.ts';
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
	const kinds = [...session.counts];
	const withMeaning = size.columns >= 72;
	return (
		<Box flexDirection="column" height={size.rows} overflow="hidden">
			<Text bold> Problems by kind</Text>
			<Box flexGrow={1} flexDirection="column" overflow="hidden" paddingLeft={1}>
				{tableLines(kinds.length) <= size.rows - otherLines ? (
					<Table data={kinds.map(kind => cellsOf(kind, withMeaning))} />
				) : (
					<Text wrap="truncate">{plainLines(kinds, size.rows - otherLines).join('\n')}</Text>
				)}
				<Text>{advice(session, safeFixes)}</Text>
			</Box>
			<Text wrap="truncate">
				{keyLine(enabledBindings(safeFixes === 0 ? kindsKeys.slice(1) : kindsKeys, undefined), size.columns, paint)}
			</Text>
		</Box>
	);
}

/** Returns what to do about the problems as a whole. */
function advice(session: Session, safeFixes: number): string {
	if (safeFixes > 0) return `${cells(safeFixes)} can be fixed safely: the fix cannot change what was meant.`;
	if (session.counts.size === 0) return 'No problems in this file.';
	if (session.findings.cells > 0) return 'No safe fixes are left. Review the others one by one: Tab goes to the next.';
	return session.total('error') > 0
		? 'No edit of a row can fix this. Correct it in the file.'
		: 'Nothing in this file needs a fix.';
}

type Kind = readonly [code: Code, number: number];

/** Lines of the title, the advice and the keys. */
const otherLines = 4;

/** The table draws a rule under each of its rows. */
function tableLines(kinds: number): number {
	return kinds === 0 ? 0 : kinds * 2 + 3;
}

function cellsOf([code, number]: Kind, withMeaning: boolean) {
	return {count: count(number), kind: code, ...(withMeaning ? {meaning: codes[code].title} : {})};
}

/** One line a kind, where the table would not fit. */
function plainLines(kinds: readonly Kind[], room: number): readonly string[] {
	const widest = Math.max(...kinds.map(([, number]) => count(number).length));
	const lines = kinds.map(
		([code, number]) => `${fit(count(number), widest, 'right')}  ${fit(code, 20)} ${codes[code].title}`,
	);
	return lines.length <= room
		? lines
		: [...lines.slice(0, room - 1), `and ${plural(lines.length - room + 1, 'other kind')}`];
}
