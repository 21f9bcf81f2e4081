import {collect, type Figures, ratios, spreadOf} from './figures.ts';

/** Returns a Markdown table. */
export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	const all = [head, ...rows];
	const widths = head.map((_, column) => Math.max(3, ...all.map(row => row[column]?.length ?? 0)));
	const line = (cells: readonly string[]) =>
		`| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |\n`;
	return `${line(head)}${line(widths.map(width => '-'.repeat(width)))}${rows.map(line).join('')}`;
}

/**
Returns a table of the median, least and most of each label. Where `base` names a label, a column has the median of its value divided
by each other one in seconds, round by round.
*/
export function figureTable(rounds: readonly Figures[], base?: string): string {
	const figures = collect(rounds);
	const baseValues = base === undefined ? undefined : figures.get(base);
	const rows = [...figures].map(([label, values]) => {
		const isRatio = baseValues !== undefined && label !== base && label.endsWith(', s');
		return [label, ...described(values), ...(isRatio ? described(ratios(baseValues, values)) : [])];
	});
	const head = ['figure', 'median', 'least to most'];
	return table(baseValues === undefined ? head : [...head, `${base} / this`, 'least to most'], rows);
}

/** Returns a table of two programs that were measured alternately. The ratio is the median of those of each round. */
export function comparisonTable(before: readonly Figures[], after: readonly Figures[]): string {
	const old = collect(before);
	const rows = [...collect(after)].map(([label, values]) => {
		const oldValues = old.get(label) ?? [];
		return [
			label,
			rounded(spreadOf(oldValues).median),
			rounded(spreadOf(values).median),
			...described(ratios(values, oldValues)),
		];
	});
	return table(['figure', 'before', 'after', 'after / before', 'least to most'], rows);
}

function described(values: readonly number[]): readonly string[] {
	const {median, least, most} = spreadOf(values);
	return [rounded(median), `${rounded(least)} to ${rounded(most)}`];
}

export function rounded(value: number): string {
	if (Number.isNaN(value)) return '-';
	if (value >= 100) return value.toFixed(0);
	return value.toFixed(value >= 10 ? 1 : 2);
}
