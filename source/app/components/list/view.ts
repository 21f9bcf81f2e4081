import {fit} from '../../../text/fit.ts';
import {visible} from '../../../text/visible.ts';
import {width} from '../../../text/width.ts';
import {type Paint, signs} from '../../theme.ts';
import type {ListItem, ListState} from './state.ts';

/** Draws at most `rows` lines of a list around the selected item. `mark` returns a prefix for the label of an item. */
export function drawList(
	{shown, selected}: ListState,
	{rows, columns, mark}: {readonly rows: number; readonly columns: number; mark?(item: ListItem): string},
	paint: Paint,
): readonly string[] {
	if (shown.length === 0) return [paint('dim', ' No matches')];
	// If not all items fit, the last line shows the position.
	const whole = shown.length <= rows;
	const room = Math.max(1, whole ? rows : rows - 1);
	const top = Math.max(0, Math.min(selected - Math.floor(room / 2), shown.length - room));
	const seen = shown.slice(top, top + room);
	const labels = seen.map(item => `${mark?.(item) ?? ''}${visible(item.label)}`);
	const widest = Math.min(Math.max(...labels.map(label => width(label))), Math.ceil(columns * 0.6));
	const lines = seen.map((item, at) => {
		const isSelected = top + at === selected;
		const label = fit(labels[at] ?? '', item.detail === undefined ? columns - 4 : widest);
		const detail = item.detail === undefined ? '' : fit(visible(item.detail), Math.max(0, columns - widest - 6));
		const pointer = isSelected ? signs.pointer : ' ';
		return ` ${pointer} ${isSelected ? paint('strong', label) : label}${detail === '' ? '' : `  ${paint('dim', detail)}`}`;
	});
	return whole ? lines : [...lines, paint('dim', `   ${top + 1}-${top + seen.length} of ${shown.length}`)];
}
