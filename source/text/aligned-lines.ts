import {fit} from './fit.ts';
import {width} from './width.ts';

/** The largest column width in terminal cells. A wider cell is not cut, but does not widen the other rows. */
const widestColumn = 60;

/** Returns rows of text as lines with aligned columns; the last column is not padded. */
export function alignedLines(rows: ReadonlyArray<readonly string[]>): string {
	const columns = Math.max(0, ...rows.map(row => row.length));
	const widths = Array.from({length: columns}, (_, column) =>
		Math.min(widestColumn, Math.max(...rows.map(row => width(row[column] ?? '')))),
	);
	return rows
		.map(
			row =>
				`${row
					.map((cell, column) => padded(cell, widths[column] ?? 0))
					.join('  ')
					.trimEnd()}\n`,
		)
		.join('');
}

function padded(cell: string, cells: number): string {
	return width(cell) >= cells ? cell : fit(cell, cells);
}
