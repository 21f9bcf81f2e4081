import {type PageType, pageTypes} from '../model.ts';
import type {SandboxSwitches} from '../switches.ts';
import {lineError} from './line-fields.ts';
import type {ImportedResource} from './read-resource.ts';

/** The types of pages that can be the parent of a type [doc]. */
const parentTypes: Readonly<Record<PageType, readonly PageType[]>> = {
	database: [],
	schema: ['database'],
	table: ['schema'],
	column: ['table', 'column'],
	dashboard_group: [],
	dashboard: ['dashboard_group'],
	chart: ['dashboard'],
};

/** Types without a meaning of their own: their parent is required [doc]. */
const needsParent: ReadonlySet<PageType> = new Set(['column', 'chart']);

/** Returns the type of a page that exists. */
type ExistingType = (databuilderId: string) => PageType | undefined;

/** Sorts resources so that each follows its parent. @throws ImportError for duplicate IDs, missing or wrong parents, and cycles */
export function orderResources(
	resources: readonly ImportedResource[],
	existingType: ExistingType,
	{lineOrder}: SandboxSwitches,
): readonly ImportedResource[] {
	const byId = new Map<string, ImportedResource>();
	for (const resource of resources) {
		const {databuilderId, parentId} = resource;
		if (byId.has(databuilderId)) throw lineError(resource, `the databuilder_id "${databuilderId}" occurs twice`);
		byId.set(databuilderId, resource);
		const isEarly = lineOrder === 'parents-first' && parentId !== '' && !byId.has(parentId);
		if (isEarly && existingType(parentId) === undefined)
			throw lineError(resource, 'its parent is not in an earlier line');
	}

	for (const resource of resources) {
		const {entityType, parentId} = resource;
		if (!needsParent.has(entityType)) continue;
		const type = byId.get(parentId)?.entityType ?? existingType(parentId);
		if (type === undefined) throw lineError(resource, `the parent "${parentId}" does not exist`);
		if (!parentTypes[entityType].includes(type))
			throw lineError(resource, `a ${type} cannot be the parent of a ${entityType}`);
	}

	const levels = new Map(resources.map(resource => [resource, levelOf(resource, byId)]));
	return resources.toSorted((one, other) => (levels.get(one) ?? 0) - (levels.get(other) ?? 0));
}

/** Returns a number that is higher than that of the parent. */
function levelOf(resource: ImportedResource, byId: ReadonlyMap<string, ImportedResource>): number {
	const level = pageTypes.indexOf(resource.entityType);
	let depth = 0;
	// Only columns can be nested within their type, and so form a cycle.
	for (let parent = byId.get(resource.parentId); parent?.entityType === 'column'; parent = byId.get(parent.parentId)) {
		if (++depth > byId.size) throw lineError(resource, 'its parents form a cycle');
	}

	return level + depth / (byId.size + 1);
}

/** True if a page can be the parent of a type. */
export function canBeParent(parent: PageType, child: PageType): boolean {
	return parentTypes[child].includes(parent);
}
