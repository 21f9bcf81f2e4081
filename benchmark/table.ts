import {collect, type Figures, spreadOf} from './figures.ts';

/** Returns a Markdown table. */
export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	const all = [head, ...rows];
	const widths = head.map((_, column) => Math.max(3, ...all.map(row => row[column]?.length ?? 0)));
	const line = (cells: readonly string[]) =>
		`| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |\n`;
	return `${line(head)}${line(widths.map(width => '-'.repeat(width)))}${rows.map(line).join('')}`;
}

/** Returns a table of the median, least and most of each label. */
export function figureTable(rounds: readonly Figures[]): string {
	const rows = [...collect(rounds)].map(([label, values]) => {
		const {median, least, most} = spreadOf(values);
		return [label, rounded(median), `${rounded(least)} to ${rounded(most)}`];
	});
	return table(['figure', 'median', 'least to most'], rows);
}

/** Returns a table of two programs that were measured alternately. */
export function comparisonTable(before: readonly Figures[], after: readonly Figures[]): string {
	const old = collect(before);
	const rows = [...collect(after)].map(([label, values]) => {
		const was = spreadOf(old.get(label) ?? []).median;
		const is = spreadOf(values).median;
		return [label, rounded(was), rounded(is), (is / was).toFixed(2)];
	});
	return table(['figure', 'before', 'after', 'ratio'], rows);
}

export function rounded(value: number): string {
	if (Number.isNaN(value)) return '-';
	if (value >= 100) return value.toFixed(0);
	return value.toFixed(value >= 10 ? 1 : 2);
}
