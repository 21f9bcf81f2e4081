import type {CellSpans} from '../../records/cell-spans.ts';
import {foldLabel} from '../header.ts';
import {mayBeLabel} from './bytes/plausible.ts';
import {isFooter} from './row/export-footer.ts';
import {isRepeatedHeader} from './row/repeated-header.ts';
import {isRuler} from './row/ruler-row.ts';

/** Returns what gives a line of hyphens and a footer their cells in `added` new columns, so that they stay what they are, as the header does. */
export function cellsWithoutData(
	labels: readonly string[],
	added: number,
): (record: CellSpans) => readonly string[] | 'header' | undefined {
	const folded = labels.map(foldLabel);
	const [labelStart] = Buffer.from(folded[0] ?? '');
	const ruler = Array.from({length: added}, () => '-');
	return reader => {
		const shape = {reader, labels: folded};
		if (reader.isBlank) return undefined;
		if (isFooter(shape)) return [];
		if (!mayBeLabel(reader.bytes, reader.starts[0] ?? 0, reader.ends[0] ?? 0, labelStart)) return undefined;
		if (isRepeatedHeader(shape)) return 'header';
		return isRuler(shape) ? ruler : undefined;
	};
}
