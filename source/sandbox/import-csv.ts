import type {PageType, SandboxPage} from './model.ts';
import {importDescription} from './page-marks.ts';
import type {PageWriter} from './page-writer.ts';
import {type ImportedRow, parseRows} from './rows.ts';
import {inSteps} from './steps.ts';
import type {SandboxSwitches} from './switches.ts';
import type {Importer} from './sync.ts';

/** Returns the importer of a CSV. */
export function csvImporter(file: Buffer, switches: SandboxSwitches): Importer {
	return function* importCsv(writer, model) {
		yield* rowsImporter(parseRows(file), switches)(writer, model);
	};
}

/** Returns the importer of the rows of a CSV. @forTests */
export function rowsImporter(rows: readonly ImportedRow[], switches: SandboxSwitches): Importer {
	return function* importRows(writer) {
		for (const step of inSteps(rows)) {
			for (const row of step) importRow(row, writer, switches);
			yield;
		}
	};
}

function importRow(row: ImportedRow, writer: PageWriter, switches: SandboxSwitches): void {
	const {database, schema, table, column} = row;
	const put = (entityType: PageType, titles: readonly string[], parentId: string | null): SandboxPage =>
		writer.put({
			entityType,
			databuilderId: [writer.integration.name, ...titles].join('/'),
			parentId,
			database,
			schema: titles.length > 1 ? schema : '',
			table: titles.length > 2 ? table : '',
			title: titles.at(-1) ?? '',
		});
	const databasePage = put('database', [database], null);
	const schemaPage = put('schema', [database, schema], databasePage.id);
	const tablePage = put('table', [database, schema, table], schemaPage.id);
	const columnPage = put('column', [database, schema, table, column], tablePage.id);
	// An empty value never overwrites [doc].
	importDescription(tablePage, row.description, switches);
	if (row.isView !== null) tablePage.isView = row.isView;
	importDescription(columnPage, row.columnDescription, switches);
	if (row.columnType !== '') columnPage.type = row.columnType;
	columnPage.sortOrder = row.sortOrder;
}
