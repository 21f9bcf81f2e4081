/** The resources of a file in the form of another kind. */
export interface Conversion {
	/** The name that the file has by convention. */
	readonly fileName: string;
	/** Fields of the file that the other form has no key for. */
	readonly omitted: readonly string[];
	/** The number of resources so far, by type. */
	readonly counts: Readonly<Record<string, number>>;
	/** Encodes the resources of a file without errors, parents first. */
	write(signal: AbortSignal): AsyncGenerator<Buffer, void, void>;
}
