import type {FileKind} from '../../kinds/file-kind.ts';
import type {Recipe} from '../../mapping/recipe.ts';
import type {SaveResult} from '../../records/save/save.ts';
import type {Encoding} from '../../records/source/encoding.ts';
import type {MappableFile} from '../../session/mappable-file.ts';

/** A file whose first records were read. */
export type InspectedFile = {
	readonly path: string;
	readonly kind: FileKind;
	/** Its sample for the mapping; absent if its columns are not mapped. */
	readonly mappable?: MappableFile | undefined;
	/** The recognized encoding, if it is not UTF-8. */
	readonly encoding?: Encoding | undefined;
	/** The file beside it that is usually sent together with it. */
	readonly companion?: string | undefined;
	/** The file that the user wants to send together with it. */
	readonly secondFile?: string | undefined;
};

/** Services for paths that the user types. */
export type PathServices = {
	/** Returns the completions of a path. */
	complete(text: string): Promise<readonly string[]>;
	/** Expands `~` to the home folder; a relative path stays relative. */
	expand(text: string): string;
	/** Returns the absolute path. */
	resolve(text: string): string;
};

/** Services for files that the user names. */
export type FileServices = PathServices & {
	recent(): readonly string[];
	/** Reads the first records of a file; with the encoding, the separator and the header row of `recipe`. @throws UserError */
	inspect(path: string, signal: AbortSignal, recipe?: Recipe): Promise<InspectedFile>;
	/** True if the name exists. */
	exists(path: string): Promise<boolean>;
	/** Writes a text to a file, as a whole or not at all. @throws UserError, `already-exists` if an existing file is refused */
	saveText(path: string, text: string, existing: 'refuse' | 'replace', signal: AbortSignal): Promise<SaveResult>;
	/** Adds a file to the recent files. */
	opened(path: string): void;
};
