import type {FileKind} from '../kinds/file-kind.ts';
import type {MappingOverrides} from '../kinds/header.ts';
import type {Encoding} from '../records/source/encoding.ts';

/** How a file is to be read, where that is not left to recognition. */
export type ReadOptions = {
	/** The encoding of the file. Another one than UTF-8 is converted to a private copy. */
	readonly encoding?: Encoding | undefined;
	/** What separates the cells, where the format has such a thing. */
	readonly delimiter?: string | undefined;
	/** Columns whose field a person has named. */
	readonly mapping?: MappingOverrides | undefined;
	/** Headers that must be there: the user has just named them. */
	readonly requiredHeaders?: readonly string[] | undefined;
	/** Fields that have one value in every row, whatever the file says. They are read from a private copy. */
	readonly constants?: readonly ConstantField[] | undefined;
	/** The kinds that the file may be of; all when absent. */
	readonly kinds?: readonly FileKind[] | undefined;
};

/** One value of a field for every row. */
export type ConstantField = {readonly field: string; readonly value: string};

/** A stream of bytes under a name. */
export type StreamSource = {readonly name: string; readonly stream: AsyncIterable<Uint8Array>};

/** Where a file comes from: its path, or a stream under a name. */
export type InputSource = string | StreamSource;
