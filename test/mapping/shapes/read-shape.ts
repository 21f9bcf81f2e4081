import {parse} from 'csv-parse/sync';
import {proposeHeaderRow} from '../../../source/mapping/header-row.ts';
import {proposeMapping} from '../../../source/mapping/propose.ts';
import type {Shape} from './shape.ts';

/** Reads the text of a shape and proposes how to map it. */
export function readShape({text, delimiter = ','}: Shape) {
	const records: string[][] = parse(text, {delimiter, relax_column_count: true});
	const headerRow = proposeHeaderRow(records);
	const labels = records[headerRow - 1] ?? [];
	const rows = records.slice(headerRow);
	return {
		headerRow,
		labels,
		proposal: proposeMapping(labels, rows),
		rows: rows.map((cells, at) => ({row: headerRow + 1 + at, cells})),
	};
}
