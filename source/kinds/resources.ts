import type {RecordFormat} from '../records/record-format.ts';
import type {RecordScanner} from '../records/record-scanner.ts';
import type {ResourceKey} from './keys/key-hash.ts';

/** A type of resource, such as tables. Each type has one object, which is compared by identity. */
export type EntityType = {
	/** `table`, `dashboard group`. */
	readonly singular: string;
	readonly plural: string;
	/** The type of the resources that contain those of this type, such as tables for columns; absent if plans list them by type. */
	readonly container?: EntityType;
	/** The same for a type that plans list by type. */
	readonly partOf?: EntityType;
	/** True if its pages stand for everything in them, such as a schema. */
	readonly isGroup?: boolean;
	/** True if a full name is clear without its type; other names are prefixed with `singular`. */
	readonly isPlain: boolean;
};

/** The full name of a resource, outermost part first: database, schema, table. */
export type ResourceName = readonly string[];

/** A resource that a listed page shows. */
export type NamedResource = {
	readonly entity: EntityType;
	/** The identity: the key of the records that describe it. */
	readonly key: ResourceKey;
	readonly name: ResourceName;
	/** Hashes of its id, without those of a parent; absent for types without one. */
	readonly ids?: Readonly<IdHashes> | undefined;
	/** The number of its place in the resource that it is a part of; absent if the list does not have it. */
	readonly place?: number | undefined;
	/** The hash of its description, as in `ResourceContent`; absent if the list does not have it. */
	readonly text?: number | undefined;
	/** The key of its name alone, if resources of a file can imply it by that (`ResourceSink.implyParent`). */
	readonly nameKey?: ResourceKey;
};

/** The marks that people left on a page of the catalog. A field is absent if the list does not have it. */
export type LeftMarks = {
	/** The number of owners; the others likewise. */
	readonly owners?: number | undefined;
	readonly tags?: number | undefined;
	readonly collections?: number | undefined;
	readonly bookmarks?: number | undefined;
	readonly isVerified?: boolean | undefined;
	readonly description?: string | undefined;
	/** False if no person has edited the page. */
	readonly isEdited?: boolean | undefined;
};

/** A page in a list of the catalog. */
export type ListedPage = {
	readonly id: string;
	/** Its identity in uploads that name one. Absent for pages that were not uploaded. */
	readonly databuilderId?: string | undefined;
	/** The names of tables and columns; other lists do not have them. */
	readonly database?: string;
	readonly schema?: string;
	readonly table?: string;
	readonly title: string;
	/** The place of a column in its table [seen]. */
	readonly sortOrder?: number | undefined;
	readonly archived: boolean;
	readonly marks?: LeftMarks;
};

/** A list of the catalog that shows resources of a kind. */
export type ReadBackList = {
	/** The name of the list in the catalog client. */
	readonly name: 'databases' | 'schemas' | 'tables' | 'columns' | 'dashboards' | 'charts';
	/** The types of its pages. */
	readonly entities: readonly EntityType[];
	/** Other types that its pages imply: a column implies its table. */
	readonly implied: readonly EntityType[];
	/** Returns the resource of a page, then those that it implies; empty if the page belongs to another kind. */
	resources(page: ListedPage): readonly NamedResource[];
	/** The list of the pages that it implies, for what people left on them. */
	readonly impliedPages?: Pick<ReadBackList, 'name' | 'entities' | 'resources'>;
};

/**
The types of edges, which the catalog lists by the pages where they end. The key of an internal edge has the first two words of the key of
its source, then those of its target.
*/
export type EdgeTypes = {
	/** Edges between two resources with ids. */
	readonly internal: EntityType;
	/** Edges with another end, such as a table of another system. They cannot be read back. */
	readonly external: EntityType;
};

/** Hashes of the values of a resource that are sent. Equal values have equal hashes, however they are written in a file. */
export type ResourceContent = {
	/** 64 bits of all values, without the names that make the key and without the time. */
	low: number;
	high: number;
	/** 32 bits of the description; 0 if it is empty. */
	text: number;
	/** 32 bits of the time of the last change; 0 without one. */
	time: number;
};

/** Hashes of the id of a resource and of the one of its parent, to find resources with other ids. */
export type IdHashes = {
	/** 32 bits of its id: equal to `parentLow` of the resources below it. */
	own: number;
	/** 32 bits of its id with letters from A to Z in lower case. */
	folded: number;
	/** The same without white space around it, and with underscores in place of white space and of `.`, `-`, `/` and `:`. */
	plain: number;
	/** The hash of the id of its parent, as it is part of the content; 0 without a parent. */
	parentLow: number;
	parentHigh: number;
};

/** The place, the relations and the content of a resource in an inventory. One object is filled again for each resource. */
export type ResourceDetails = ResourceContent & {
	/** The offset in its part of the record that describes it first. */
	offset: number;
	/** The number of the resource that it is a part of: the table of a column of the warehouse; 0 for other types. */
	parent: number;
	/** The number of the names that it shares with others (`ResourceSink.groupNumber`): those above a table; 0 for other types. */
	group: number;
	/** Hashes of the id; absent for types without one. */
	ids?: IdHashes | undefined;
	/** The last part of its name, of which only hashes are kept; absent for types that are not compared by name. */
	name?: string | undefined;
};

/** Receives resources in sequence. It does not keep references to keys and details. */
export interface ResourceSink {
	/** Makes room for so many resources of a type. */
	reserve(entity: EntityType, count: number): void;
	/** Adds a resource. The first one with a key wins. Returns its number; 0 if it exists already. */
	add(entity: EntityType, key: ResourceKey, details?: Readonly<ResourceDetails>): number;
	/** Adds a resource whose number is not needed. The first one with a key wins. */
	append(entity: EntityType, key: ResourceKey, details: Readonly<ResourceDetails>): void;
	/** Returns the number of a resource; 0 if it was not added. */
	find(entity: EntityType, key: ResourceKey): number;
	/** Returns the number of names that several resources have in common, from 1. */
	groupNumber(names: ResourceName): number;
	/**
	Adds the key of a name that a resource without a parent gives to its parent. Secoda may create a page with that name and an identity
	of its own [unknown], which belongs to the file although it is not in it.
	*/
	implyParent(entity: EntityType, nameKey: ResourceKey): void;
}

/** Reads the resources that canonical records describe. */
export interface ResourceReader {
	/** Makes room for the resources of so many records. */
	reserve(records: number): void;
	/** Called before the first record of a new buffer. */
	forgetBytes(): void;
	/** Adds the resources of a record, whose first byte is at `offset` of its file, to the sink. */
	read(record: RecordScanner, offset: number): void;
}

/** A value of a resource as it is sent. */
export type SentValue = {readonly field: string; readonly value: string};

/** The name of a resource as far as its record has it. */
export type NameInRecord = {
	readonly name: ResourceName;
	/** Its last part, which follows the name of its parent. */
	readonly own: string;
	/** The resource that it is a part of, by its key, and the types that it may have; absent if the record has the whole name. */
	readonly parent?: {readonly entities: readonly EntityType[]; readonly key: ResourceKey};
};

/** Reads names and values of resources from the canonical records that describe them. */
export interface ResourceDescriber {
	nameOf(entity: EntityType, record: RecordScanner): NameInRecord;
	/** Returns the values that are sent, in the order of the fields, without the names that make the key. */
	fieldsOf(entity: EntityType, record: RecordScanner): readonly SentValue[];
}

/** The resources of the catalog that a file kind describes. */
export interface ResourceKind {
	/** The types, in display order. */
	readonly entities: readonly EntityType[];
	/** The lists of the catalog that show these resources. A type without a list cannot be compared. */
	readonly readBack: readonly ReadBackList[];
	/** The types that are edges; absent if there are none. */
	readonly edges?: EdgeTypes;
	/** The format of the bytes that are sent. */
	readonly sentFormat: RecordFormat;
	/** Creates a reader for canonical records with these column labels. */
	resources(labels: readonly string[], sink: ResourceSink): ResourceReader;
	/** Creates a reader of names and values in canonical records with these column labels. */
	describer(labels: readonly string[]): ResourceDescriber;
}
