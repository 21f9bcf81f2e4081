import type {CellSpans} from '../../records/cell-spans.ts';
import {foldLabel} from '../header.ts';
import {mayBeLabel} from './bytes/plausible.ts';
import {isFooter} from './row/export-footer.ts';
import {isRepeatedHeader} from './row/repeated-header.ts';
import {isRuler} from './row/ruler-row.ts';

/** Returns what gives the header again, a line of hyphens, and a footer their cells in new columns, so that they stay what they are. */
export function cellsWithoutData(
	labels: readonly string[],
	added: readonly string[],
): (record: CellSpans) => readonly string[] | undefined {
	const folded = labels.map(foldLabel);
	const [labelStart] = Buffer.from(folded[0] ?? '');
	const ruler = added.map(() => '-');
	return reader => {
		const shape = {reader, labels: folded};
		if (isFooter(shape)) return [];
		if (!mayBeLabel(reader.bytes, reader.starts[0] ?? 0, reader.ends[0] ?? 0, labelStart)) return undefined;
		if (isRepeatedHeader(shape)) return added;
		return isRuler(shape) ? ruler : undefined;
	};
}
