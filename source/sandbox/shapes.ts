import type {SandboxEdge, SandboxIntegration, SandboxModel, SandboxPage} from './model.ts';
import {marksJson} from './page-marks.ts';
import type {SandboxSwitches} from './switches.ts';

/** Returns an integration in the shape of the API [doc]. */
export function integrationJson(integration: SandboxIntegration, model: SandboxModel): object {
	return {
		id: integration.id,
		name: integration.name,
		type: integration.type,
		credentials: {},
		teams: integration.teams,
		workspace_id: model.workspaceId,
		created_at: integration.createdAt,
		updated_at: integration.updatedAt,
		properties: {},
		scheduled_extractions_hour: null,
		scheduled_extractions_frequency: null,
		scheduled_extractions_next_run: null,
		scheduled_extractions_last_run: integration.lastRun,
		preview_access_enabled: false,
	};
}

/** Returns a page in the shape of the lists of tables and columns [seen] and of the other lists [doc]. */
export function resourceJson(resource: SandboxPage, switches: SandboxSwitches): object {
	const common = {
		id: resource.id,
		databuilder_id: resource.databuilderId,
		entity_type: resource.entityType,
		integration_id: resource.integrationId,
		parent_id: resource.parentId,
		title: resource.title,
		description: resource.description,
		archived: resource.archived,
		stale: resource.stale,
		...resource.details,
		...marksJson(resource, switches),
	};
	if (resource.entityType === 'column') {
		return {
			...common,
			table_title: resource.table,
			table_schema: resource.schema,
			table_database: resource.database,
			sort_order: resource.sortOrder,
			type: resource.type,
		};
	}

	if (resource.entityType === 'table')
		return {...common, schema: resource.schema, database: resource.database, is_view: resource.isView};
	return common;
}

/** Returns an edge in the shape of the list of manual lineage [doc]. */
export function edgeJson(
	{id, createdAt, fromId, toId}: SandboxEdge,
	{workspaceId}: SandboxModel,
	{edgeEnds, edgesManual}: SandboxSwitches,
): object {
	const ends =
		edgeEnds === 'from_entity' ? {from_entity: fromId, to_entity: toId} : {from_entity_id: fromId, to_entity_id: toId};
	return {
		id,
		created_at: createdAt,
		updated_at: createdAt,
		...ends,
		direction: 'DOWNSTREAM',
		workspace_id: workspaceId,
		is_manual: edgesManual,
	};
}

/** Parses an integer of a query, limited to `most`. */
function bounded(text: string | null, usual: number, most: number): number {
	const number = Number(text ?? usual);
	return Number.isInteger(number) && number >= 1 ? Math.min(number, most) : usual;
}

type EnvelopeOptions = Pick<SandboxSwitches, 'countKnown' | 'missingLink' | 'maxPageSize'> & {
	/** The number of items that the list announces, if it does not have all. */
	readonly count?: number;
};

/** Returns one page of a list [doc]. */
export function envelope<Item>(
	all: readonly Item[],
	url: URL,
	shape: (item: Item) => object,
	{countKnown, missingLink, maxPageSize, count = all.length}: EnvelopeOptions,
): object {
	const pageSize = bounded(url.searchParams.get('page_size'), 100, maxPageSize);
	const page = bounded(url.searchParams.get('page'), 1, Number.MAX_SAFE_INTEGER);
	const pages = Math.max(1, Math.ceil(all.length / pageSize));
	const link = (number: number) => {
		if (number < 1 || number > pages) return missingLink;
		const target = new URL(url);
		target.searchParams.set('page', String(number));
		return target.href;
	};
	return {
		links: {next: link(page + 1), previous: link(page - 1)},
		meta: {page, next_page: page < pages ? page + 1 : null, previous_page: page > 1 ? page - 1 : null},
		count: countKnown ? count : 999_999,
		total_pages: pages,
		results: all.slice((page - 1) * pageSize, page * pageSize).map(shape),
	};
}
