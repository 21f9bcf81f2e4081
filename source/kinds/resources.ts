import type {RecordFormat} from '../records/record-format.ts';
import type {RecordScanner} from '../records/record-scanner.ts';

/** A type of resource, such as tables. It is known by its object: each type has one. */
export type EntityType = {
	/** `table`, `dashboard group`. */
	readonly singular: string;
	readonly plural: string;
	/** True if the names of a list show by themselves which type they are of; others are led by `singular`. */
	readonly isPlain: boolean;
};

/** The names that lead to a resource, the broadest first: database, schema, table. */
export type ResourceName = readonly string[];

/** A resource that a listed page shows. */
export type NamedResource = {
	readonly entity: EntityType;
	/** What identifies it: the same bytes, as UTF-8, that a record adds to a key. */
	readonly key: string;
	readonly name: ResourceName;
};

/** A page as a list of the catalog shows it. */
export type ListedPage = {
	readonly id: string;
	readonly databuilderId?: string | undefined;
	readonly database: string;
	readonly schema: string;
	readonly table?: string;
	readonly title: string;
	readonly archived: boolean;
};

/** A list of the catalog that shows resources of a kind. */
export type ReadBackList = {
	/** The name by which the client of the catalog knows it. */
	readonly name: 'columns' | 'tables';
	/** The types of its pages. */
	readonly entities: readonly EntityType[];
	/** Other types of which its pages show resources: a column shows that there is a table. */
	readonly implied: readonly EntityType[];
	/** Returns the resource of a page, then those that it implies; nothing where the page is none of the kind. */
	resources(page: ListedPage): readonly NamedResource[];
};

/** Takes resources, one after the other. Of the bytes nothing is kept. */
export interface ResourceSink {
	/** Begins a resource. */
	start(entity: EntityType): void;
	/** Adds bytes to its key, each as `map` gives it. */
	addToKey(bytes: Uint8Array, start: number, end: number, map?: Uint8Array<ArrayBuffer>): void;
	/** Adds a field to its content: all fields of a type in the same order, empty ones too. */
	addField(bytes: Uint8Array, start: number, end: number): void;
	/** Ends the resource. One that was there before stays as it was. */
	end(): void;
}

/** Reads which resources records name. */
export interface ResourceReader {
	/** To be called when the records that follow lie in other bytes. */
	forgetBytes(): void;
	/** Gives the resources that a record names to the sink. */
	read(record: RecordScanner): void;
	/** Returns the name of the resource of this type that a record names; `undefined` when it names none. */
	nameIn(record: RecordScanner, entity: EntityType): ResourceName | undefined;
}

/** What the records of a file kind are as resources of the catalog. */
export interface ResourceKind {
	/** Every type, in the order in which they are shown. */
	readonly entities: readonly EntityType[];
	/** The lists of the catalog that show them. A type that none shows cannot be compared. */
	readonly readBack: readonly ReadBackList[];
	/** The format of the bytes that are sent. */
	readonly sentFormat: RecordFormat;
	/** Creates a reader of records that are sent, of which the columns have these labels. */
	resources(labels: readonly string[], sink: ResourceSink): ResourceReader;
}
