import {randomUUID} from 'node:crypto';
import {setTimeout as delay} from 'node:timers/promises';
import type {PageType, SandboxIntegration, SandboxModel, SandboxPage} from './model.ts';
import {ImportError, type ImportedRow, parseRows} from './rows.ts';
import type {SandboxSwitches} from './switches.ts';

/** The state of a sync, for tests only: Secoda documents no endpoint for it [unknown]. */
export type SandboxSync = {
	readonly id: string;
	readonly integrationId: string;
	status: 'running' | 'done' | 'failed';
	message: string;
};

/** The number of visible steps in which a sync creates its pages. */
const steps = 10;

/** Runs one sync: creates pages in steps, then archives the pages that are not in the file. */
export async function runSync(
	sync: SandboxSync,
	file: Buffer,
	model: SandboxModel,
	switches: SandboxSwitches,
	signal: AbortSignal,
): Promise<void> {
	const pause = () =>
		switches.syncMs === 0 ? Promise.resolve() : delay(switches.syncMs / (steps + 2), undefined, {signal});
	try {
		await pause();
		if (switches.syncsFail) throw new ImportError('the extraction failed');
		const rows = parseRows(file);
		const integration = model.integrations.get(sync.integrationId);
		if (integration === undefined) throw new ImportError('the integration was deleted');
		const seen = new Set<string>();
		for (const part of parts(rows)) {
			for (const row of part) importRow(row, integration, model, switches, seen);
			await pause();
		}

		if (switches.staling) makeStale(model, integration.id, seen);
		if (switches.lastRunMoves) integration.lastRun = integration.updatedAt = new Date().toISOString();
		sync.status = 'done';
	} catch (error) {
		sync.status = 'failed';
		sync.message = error instanceof Error ? error.message : String(error);
		if (!(error instanceof ImportError) && !signal.aborted) throw error;
	}
}

function parts(rows: readonly ImportedRow[]): ReadonlyArray<readonly ImportedRow[]> {
	const size = Math.max(1, Math.ceil(rows.length / steps));
	return Array.from({length: Math.ceil(rows.length / size)}, (_, index) =>
		rows.slice(index * size, (index + 1) * size),
	);
}

function importRow(
	row: ImportedRow,
	integration: SandboxIntegration,
	model: SandboxModel,
	{revival}: SandboxSwitches,
	seen: Set<string>,
): void {
	const pages = model.resources.get(integration.id);
	if (pages === undefined) throw new ImportError('the integration was deleted');
	const {database, schema, table, column} = row;
	const put = (entityType: PageType, titles: readonly string[], parentId: string | null): SandboxPage => {
		const databuilderId = [integration.name, ...titles].join('/');
		const old = pages.get(databuilderId);
		seen.add(databuilderId);
		if (old !== undefined) {
			if (revival) old.archived = old.stale = false;
			return old;
		}

		const page: SandboxPage = {
			id: randomUUID(),
			integrationId: integration.id,
			entityType,
			databuilderId,
			parentId,
			database,
			schema: titles.length > 1 ? schema : '',
			table: titles.length > 2 ? table : '',
			title: titles.at(-1) ?? '',
			description: '',
			type: '',
			sortOrder: 0,
			isView: null,
			archived: false,
			stale: false,
		};
		pages.set(databuilderId, page);
		return page;
	};
	const databasePage = put('database', [database], null);
	const schemaPage = put('schema', [database, schema], databasePage.id);
	const tablePage = put('table', [database, schema, table], schemaPage.id);
	const columnPage = put('column', [database, schema, table, column], tablePage.id);
	// An empty value never overwrites [doc].
	if (row.description !== '') tablePage.description = row.description;
	if (row.isView !== null) tablePage.isView = row.isView;
	if (row.columnDescription !== '') columnPage.description = row.columnDescription;
	if (row.columnType !== '') columnPage.type = row.columnType;
	columnPage.sortOrder = row.sortOrder;
}

/** Archives and hides the pages that are not in the file [doc]. */
function makeStale(model: SandboxModel, integrationId: string, seen: ReadonlySet<string>): void {
	for (const page of model.pages(integrationId)) {
		if (!seen.has(page.databuilderId)) page.archived = page.stale = true;
	}
}
