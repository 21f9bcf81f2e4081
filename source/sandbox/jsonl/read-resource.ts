import {type PageDetails, type PageType, pageTypes} from '../model.ts';
import type {LineFields, LinePlace} from './line-fields.ts';

/** A parsed line of a resources file. A text that is absent is empty. */
export type ImportedResource = LinePlace & {
	readonly entityType: PageType;
	readonly databuilderId: string;
	readonly parentId: string;
	readonly title: string;
	readonly description: string;
	readonly database: string;
	readonly schema: string;
	readonly type: string;
	readonly sortOrder: number | undefined;
	readonly details: PageDetails;
};

/** The keys that a type requires in addition to its own [doc]. */
const requiredKeys: Readonly<Partial<Record<PageType, readonly string[]>>> = {
	table: ['schema', 'database'],
	column: ['parent_databuilder_id'],
	chart: ['parent_databuilder_id'],
};

const detailTexts = ['definition', 'native_type', 'external_updated_at', 'group', 'product'];
const detailFlags = ['is_pk', 'hidden'];
/** The longest `native_type`, in characters [seen]. */
const maxNativeType = 50;

/** Parses a resource. Keys that Secoda does not know are ignored. @throws ImportError */
export function readResource(line: LineFields): ImportedResource {
	const given = line.required('entity_type').trim();
	const entityType = pageTypes.find(type => type === given);
	if (entityType === undefined) throw line.fail(`entity_type "${given}" is not one of ${pageTypes.join(', ')}`);
	for (const key of requiredKeys[entityType] ?? []) line.required(key);
	if (Array.from(line.text('native_type')).length > maxNativeType) throw line.fail('native_type is too long');
	return {
		part: line.part,
		line: line.line,
		entityType,
		databuilderId: line.required('databuilder_id'),
		parentId: line.text('parent_databuilder_id'),
		title: line.text('title'),
		description: line.text('description'),
		database: line.text('database'),
		schema: line.text('schema'),
		type: line.text('type'),
		sortOrder: line.integer('sort_order'),
		details: readDetails(line),
	};
}

function readDetails(line: LineFields): PageDetails {
	const details: Record<string, string | boolean> = {};
	for (const key of detailTexts) {
		const text = line.text(key);
		if (text !== '') details[key] = text;
	}

	for (const key of detailFlags) {
		const flag = line.flag(key);
		if (flag !== undefined) details[key] = flag;
	}

	return details;
}
