/**
The traces that people left on a page. A field is absent if the list does not have it: some are documented, others were seen only.
*/
export type PageMarks = {
	/** The number of owners; the others likewise. */
	readonly owners: number | undefined;
	readonly tags: number | undefined;
	readonly collections: number | undefined;
	readonly bookmarks: number | undefined;
	readonly isVerified: boolean | undefined;
	readonly description: string | undefined;
	/** False if no person has edited the page. */
	readonly isEdited: boolean | undefined;
};

/** Parses the marks of a page. A value of an unknown shape counts as absent, because no upload may depend on it. */
export function readMarks(item: Readonly<Record<string, unknown>>): PageMarks {
	const {owners, tags, collections, bookmarked_by, verified, description, multiplayer_last_modified} = item;
	return {
		owners: countOf(owners),
		tags: countOf(tags),
		collections: countOf(collections),
		bookmarks: countOf(bookmarked_by),
		isVerified: verified === null ? false : typeof verified === 'boolean' ? verified : undefined,
		description: description === null ? '' : typeof description === 'string' ? description : undefined,
		isEdited: multiplayer_last_modified === undefined ? undefined : Boolean(multiplayer_last_modified),
	};
}

/** Returns the number of items of a list, which may be IDs or objects [unknown]. */
function countOf(value: unknown): number | undefined {
	if (value === null) return 0;
	return Array.isArray(value) ? value.filter(item => item !== null && item !== '').length : undefined;
}
