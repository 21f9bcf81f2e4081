import type {SandboxMarks, SandboxPage} from './model.ts';
import type {SandboxSwitches} from './switches.ts';

const noMarks: SandboxMarks = {
	owners: [],
	tags: [],
	verified: false,
	collections: [],
	bookmarkedBy: [],
	hasOwnDescription: false,
	editedAt: null,
};

/** The person who makes all edits in the sandbox. */
const editor = 'sandbox';

/** Edits a page as a person does: changes the fields that JSON has. Returns the name of a field that is not valid. */
export function editPage(page: SandboxPage, json: Readonly<Record<string, unknown>>, now: string): string | undefined {
	const {description, verified, ...lists} = json;
	if (description !== undefined && typeof description !== 'string') return 'description';
	if (verified !== undefined && typeof verified !== 'boolean') return 'verified';
	const invalid = Object.keys(lists).find(key => !listKeys.has(key) || !isTextList(lists[key]));
	if (invalid !== undefined) return invalid;
	const old = page.marks ?? noMarks;
	const listOf = (key: string, before: readonly string[]) => (isTextList(lists[key]) ? lists[key] : before);
	page.marks = {
		owners: listOf('owners', old.owners),
		tags: listOf('tags', old.tags),
		verified: verified ?? old.verified,
		collections: listOf('collections', old.collections),
		bookmarkedBy: listOf('bookmarked_by', old.bookmarkedBy),
		hasOwnDescription: description === undefined ? old.hasOwnDescription : description !== '',
		editedAt: now,
	};
	if (description !== undefined) page.description = description;
	return undefined;
}

const listKeys: ReadonlySet<string> = new Set(['owners', 'tags', 'collections', 'bookmarked_by']);

function isTextList(value: unknown): value is readonly string[] {
	return Array.isArray(value) && value.every(item => typeof item === 'string');
}

/** Sets a description from an upload, by the property import of the integration [doc]. An empty value never overwrites [doc]. */
export function importDescription(page: SandboxPage, text: string, {propertyImport}: SandboxSwitches): void {
	if (text === '' || propertyImport === 'never') return;
	if (propertyImport === 'smart' && page.marks?.hasOwnDescription) return;
	page.description = text;
}

/** Returns the marks in the shape of the lists: some fields are documented, others were seen. */
export function marksJson({marks = noMarks}: SandboxPage, {marksListed, markItems}: SandboxSwitches): object {
	if (marksListed === 'none') return {};
	const items = (names: readonly string[]) => (markItems === 'ids' ? names : names.map(name => ({id: name, name})));
	const documented = {
		owners: items(marks.owners),
		bookmarked_by: items(marks.bookmarkedBy),
		multiplayer_last_modified: marks.editedAt,
		multiplayer_last_modified_by: marks.editedAt === null ? null : editor,
	};
	if (marksListed === 'documented') return documented;
	return {...documented, tags: items(marks.tags), verified: marks.verified, collections: items(marks.collections)};
}
