import type {TestContext} from 'node:test';
import {type Delimiter, delimiters} from '../../source/table/dialect.ts';
import {SourceFile} from '../../source/table/source-file.ts';
import {Table} from '../../source/table/table.ts';
import {temporaryFile} from './folder.ts';

/** A file as a table with all its records found. */
export async function openTableAt(path: string, delimiter: Delimiter = delimiters.comma): Promise<Table> {
	const table = await Table.open(await SourceFile.open(path), delimiter);
	await table.findRecords({}, new AbortController().signal);
	return table;
}

/** The same of a new file; it is closed when the test ends. */
export async function openTable(t: TestContext, content: string | Buffer, delimiter?: Delimiter): Promise<Table> {
	const table = await openTableAt(await temporaryFile(t, content), delimiter);
	t.after(() => table.close());
	return table;
}
