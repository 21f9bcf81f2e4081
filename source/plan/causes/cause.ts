import type {ResourceName} from '../../kinds/resources.ts';
import type {EntityCount} from '../counts.ts';

/** A probable reason why an upload hides or creates resources. No resource is explained by two causes. */
export type Cause = {
	readonly explained: Explained;
	/** The options for reading the file that keep the pages; empty if no option does. All are needed. */
	readonly fix: readonly ReadingOption[];
} & CauseDetails;

/** The resources that a cause explains, by type; types without any are absent. A renamed resource counts as hidden and as created. */
export type Explained = {
	readonly hidden: readonly EntityCount[];
	readonly created: readonly EntityCount[];
};

/** An option of the command line, such as `--value schema:new=old`. */
export type ReadingOption = {readonly option: '--value' | '--case'; readonly value: string};

export type CauseDetails =
	/** The last upload to the integration was of another kind, which its name is. */
	| {readonly kind: 'other-kind'; readonly earlier: string}
	/** The file has no resources. */
	| {readonly kind: 'empty'}
	/** The file ends where the last one continued. `last` is the last name of the file that the catalog has too. */
	| {readonly kind: 'truncated'; readonly last: ResourceName}
	/** The file has less than half of the resources that the catalog shows. `entity` is the type that is counted. */
	| {readonly kind: 'fewer'; readonly inFile: EntityCount; readonly inCatalog: EntityCount}
	/** Names differ only in case. `before` and `after` are the names of one resource; `after` is absent if it cannot be read. */
	| {readonly kind: 'case'; readonly before: ResourceName; readonly after: ResourceName | undefined}
	/** Resources have other ids: some that differ only in case, in white space and separators, or in more. `names` are the first ones. */
	| {
			readonly kind: 'id-case' | 'id-punctuated' | 'other-ids';
			readonly count: number;
			readonly names: readonly ResourceName[];
	  }
	/** A database or a schema has another name. */
	| {
			readonly kind: 'container-renamed';
			readonly container: NameLevel;
			readonly before: string;
			readonly after: string;
	  }
	/** The file has no resource of these databases or schemas. `names` are the first ones. */
	| {
			readonly kind: 'container-gone';
			readonly container: NameLevel;
			readonly count: number;
			readonly names: readonly ResourceName[];
	  }
	/** The file has no resource of this type. */
	| {readonly kind: 'type-gone'}
	/** Tables whose names differ only in a date. `names` are the first patterns: `events_*`. */
	| {readonly kind: 'date-shards'; readonly count: number; readonly names: readonly ResourceName[]}
	/** Tables that lost over half of their columns. `names` are the first ones. */
	| {readonly kind: 'shrunk'; readonly count: number; readonly names: readonly ResourceName[]}
	/** Names that differ only in white space, or in names before a period. `before` and `after` are the names of one resource. */
	| {readonly kind: 'punctuated'; readonly before: ResourceName; readonly after: ResourceName | undefined};

/** A part of the name of a table. */
export type NameLevel = 'database' | 'schema';
