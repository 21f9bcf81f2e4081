import {exitCodes} from '../../errors/exit-codes.ts';
import {saveNotes, saveSummary} from '../../report/saved.ts';
import {defaultRunFiles, queryText, type WarehouseId, warehouseIds, warehouses} from '../../sql/index.ts';
import {optionFault} from '../../sql/option-fault.ts';
import type {NameCase, QueryOptions} from '../../sql/query-options.ts';
import {describeTried} from '../../sql/texts.ts';
import type {Warehouse} from '../../sql/warehouse.ts';
import {alignedLines} from '../../text/aligned-lines.ts';
import {shellPath} from '../../text/shell-word.ts';
import {visible} from '../../text/visible.ts';
import {outputJson} from '../fix/report.ts';
import type {CommandIo} from '../io.ts';
import {messages} from '../messages.ts';
import {usageErrors} from '../usage-errors.ts';
import {findQueryDestination, type WrittenQuery, writeQuery} from './output.ts';

export type SqlOptions = {
	readonly warehouse: WarehouseId | undefined;
	readonly database: string | undefined;
	readonly region: string | undefined;
	readonly schema: readonly string[] | undefined;
	readonly excludeSchema: readonly string[] | undefined;
	readonly excludeColumn: readonly string[] | undefined;
	readonly case: NameCase;
	/** The path of a file, or `-` for standard output. */
	readonly output: string | undefined;
	readonly json: boolean;
};

/** `secoda-upload sql [warehouse]`: prints the query that makes the CSV of a warehouse, or the list of warehouses. */
export async function sqlCommand(options: SqlOptions, io: CommandIo): Promise<number> {
	if (options.warehouse === undefined) listWarehouses(options, io);
	else await printQuery(options.warehouse, options, io);
	return exitCodes.done;
}

function listWarehouses(options: SqlOptions, {stdout}: CommandIo): void {
	const [option] = optionsOfQueries(options);
	if (option !== undefined) throw usageErrors.noWarehouse(option, warehouseIds);
	const list = warehouseIds.map(id => ({id, ...(warehouses[id] satisfies Warehouse)}));
	if (options.json) {
		stdout.writeJson({warehouses: list.map(({id, title, tried}) => ({warehouse: id, title, tried}))});
		return;
	}

	stdout.write(alignedLines(list.map(({id, title, tried}) => [id, title, describeTried(tried)])));
	stdout.write(messages.printQuery);
}

/** Returns the given options that only a query has. */
function optionsOfQueries(options: SqlOptions): readonly string[] {
	const {database, region, schema, excludeSchema, excludeColumn, output} = options;
	const given = {
		'--database': database,
		'--region': region,
		'--schema': schema,
		'--exclude-schema': excludeSchema,
		'--exclude-column': excludeColumn,
		'-o': output,
	};
	return Object.entries(given).flatMap(([option, value]) => (value === undefined ? [] : [option]));
}

async function printQuery(id: WarehouseId, options: SqlOptions, io: CommandIo): Promise<void> {
	const {stdout} = io;
	const warehouse: Warehouse = warehouses[id];
	const query = queryOptions(options);
	const fault = optionFault(warehouse, query);
	if (fault !== undefined) throw usageErrors.optionOfWarehouse(fault, warehouse.title);
	const destination = await findQueryDestination(options, io);
	const files =
		destination.kind === 'file' ? {...defaultRunFiles, query: shellPath(destination.path)} : defaultRunFiles;
	const text = queryText(id, query, files);
	const written = destination.kind === 'stdout' ? undefined : await writeQuery(text, destination, io);
	if (options.json) {
		const {title, tried, notes} = warehouse;
		const commands = warehouse.commands(files, query);
		stdout.writeJson({
			...{warehouse: id, title, tried, query: text, commands, notes},
			...outputJson(written ?? {kind: 'nothing'}),
		});
	} else if (written === undefined) {
		await stdout.writeEncoded([text]);
	} else if (!io.quiet) {
		stdout.write(writtenText(written, warehouse.commands(files, query)));
	}
}

function queryOptions({database, region, schema = [], excludeSchema = [], excludeColumn = [], ...options}: SqlOptions) {
	return {
		database,
		region,
		schemas: schema,
		excludedSchemas: excludeSchema,
		excludedColumns: excludeColumn,
		nameCase: options.case,
	} satisfies QueryOptions;
}

function writtenText(written: WrittenQuery, commands: readonly string[]): string {
	switch (written.kind) {
		case 'streamed':
			return `${messages.queryWritten(visible(written.name))}\n`;
		case 'saved': {
			const notes = [`${saveSummary(written.saved)}.`, ...saveNotes(written.saved)].map(visible);
			return `${notes.join('\n')}\n${commands.map(command => messages.next(command)).join('')}`;
		}
	}
}
