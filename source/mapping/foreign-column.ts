import {type PlainColumn, readPlainColumns, type SampleRows} from './plain-column.ts';
import {type RunFacts, readRuns, runsOf} from './runs.ts';
import {tableColumns} from './table-columns.ts';

/** A column of a sample, with what is known of its values in each table. */
export type ForeignColumn = PlainColumn & {
	readonly runs: RunFacts;
	/** The number of tables in the sample; 1 if no column has their names. */
	readonly tables: number;
};

/** Reads the columns of a sample. */
export function readColumns(labels: readonly string[], rows: SampleRows): readonly ForeignColumn[] {
	const plain = readPlainColumns(labels, rows);
	const runs = runsOf(rows, tableColumns(plain));
	const tables = new Set(runs).size;
	return plain.map(column => ({...column, runs: readRuns(column.cells, runs), tables}));
}
