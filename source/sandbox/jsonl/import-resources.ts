import type {PageDetails, SandboxPage} from '../model.ts';
import {importDescription} from '../page-marks.ts';
import type {PagePlace, PageWriter} from '../page-writer.ts';
import {inSteps} from '../steps.ts';
import type {SandboxSwitches} from '../switches.ts';
import {canBeParent, orderResources} from './order-resources.ts';
import type {ImportedResource} from './read-resource.ts';

/** Writes the pages of resources step by step. @throws ImportError before the first change */
export function* importResources(
	resources: readonly ImportedResource[],
	writer: PageWriter,
	switches: SandboxSwitches,
): Generator<void, void, void> {
	const ordered = orderResources(resources, id => writer.find(id)?.entityType, switches);
	for (const step of inSteps(ordered)) {
		for (const resource of step) importResource(resource, writer, switches);
		yield;
	}
}

function importResource(resource: ImportedResource, writer: PageWriter, switches: SandboxSwitches): void {
	const {entityType, databuilderId, parentId, title, description, type, sortOrder, details} = resource;
	const found = writer.find(parentId);
	const given = found !== undefined && canBeParent(found.entityType, entityType) ? found : undefined;
	const parent =
		given ?? (switches.impliedParents && entityType === 'table' ? impliedSchema(resource, writer) : undefined);
	const old = writer.find(databuilderId);
	const place = placeOf(resource, parent);
	const page = writer.put({
		...place,
		entityType,
		databuilderId,
		parentId: parent?.id ?? null,
		title: title === '' ? (old?.title ?? '') : title,
	});
	// An empty value never overwrites [doc].
	importDescription(page, description, switches);
	if (type !== '') page.type = type;
	if (sortOrder !== undefined) page.sortOrder = sortOrder;
	page.details = {...page.details, ...details} satisfies PageDetails;
}

/** Creates the pages of the schema and the database that a table names. Their IDs are like those of a CSV. */
function impliedSchema({database, schema}: ImportedResource, writer: PageWriter): SandboxPage {
	const names = [writer.integration.name, database, schema];
	const {id} = writer.put({
		entityType: 'database',
		databuilderId: names.slice(0, 2).join('/'),
		parentId: null,
		database,
		schema: '',
		table: '',
		title: database,
	});
	return writer.put({
		entityType: 'schema',
		databuilderId: names.join('/'),
		parentId: id,
		database,
		schema,
		table: '',
		title: schema,
	});
}

/** Returns the names of the database, the schema and the table that a page belongs to. */
function placeOf(
	{entityType, database, schema, title}: ImportedResource,
	parent: SandboxPage | undefined,
): Pick<PagePlace, 'database' | 'schema' | 'table'> {
	switch (entityType) {
		case 'database':
			return {database: title, schema: '', table: ''};
		case 'schema':
			return {database: database === '' ? (parent?.database ?? '') : database, schema: title, table: ''};
		case 'table':
			return {database, schema, table: title};
		case 'column':
			return {database: parent?.database ?? '', schema: parent?.schema ?? '', table: parent?.table ?? ''};
		case 'dashboard_group':
		case 'dashboard':
		case 'chart':
			return {database: '', schema: '', table: ''};
	}
}
