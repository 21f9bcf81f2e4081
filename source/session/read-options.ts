import type {FileKind} from '../kinds/file-kind.ts';
import type {MappingOverrides} from '../kinds/header.ts';
import type {RowRecipe} from '../mapping/recipe.ts';
import type {Encoding} from '../records/source/encoding.ts';

/** How to read a file, where this is not detected automatically. */
export type ReadOptions = {
	/** The encoding. A file that is not UTF-8 is converted to a private copy. */
	readonly encoding?: Encoding | undefined;
	/** The separator of cells, for formats that have one. */
	readonly delimiter?: string | undefined;
	/** The row of the header, from 1, for formats that have one. The rows above it are the preamble. */
	readonly headerRow?: number | undefined;
	/** The columns that the user has mapped. */
	readonly mapping?: MappingOverrides | undefined;
	/** Headers that must exist, because the user has typed them. */
	readonly requiredHeaders?: readonly string[] | undefined;
	/** Fields with one value in every row, which overrides the file. The result is read from a private copy. */
	readonly constants?: readonly ConstantField[] | undefined;
	/** How rows are made of those of a foreign file. The result is read from a private copy in canonical form. */
	readonly rows?: RowRecipe | undefined;
	/** `take` to read a foreign file by the proposals that are certain or likely, where the other options say nothing. */
	readonly proposal?: 'take' | undefined;
	/** The allowed kinds; all if absent. */
	readonly kinds?: readonly FileKind[] | undefined;
};

/** A field with one value for every row. */
export type ConstantField = {readonly field: string; readonly value: string};

/** A named stream of bytes. */
export type StreamSource = {readonly name: string; readonly stream: AsyncIterable<Uint8Array>};

/** The path of a file, or a named stream. */
export type InputSource = string | StreamSource;
