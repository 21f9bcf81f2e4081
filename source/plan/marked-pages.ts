import type {EntityType, LeftMarks, NamedResource} from '../kinds/resources.ts';
import {FilledPages} from './filled-pages.ts';
import type {Inventory} from './inventory.ts';

/** The marks that people leave on pages, by ascending weight. `description`: a person wrote it in Secoda. */
export const markNames = ['bookmark', 'collection', 'tag', 'verified', 'description', 'owner'] as const;

export type MarkName = (typeof markNames)[number];

/** A page whose description differs in Secoda from the one that was sent last, and from the one in the file. */
export type EditedPage = {
	readonly entity: EntityType;
	/** Its number in the snapshot. */
	readonly after: number;
	/** Its number in the snapshot that was sent last. */
	readonly before: number;
	/** The description in Secoda, at most `maxText` characters. */
	readonly text: string;
};

/** The number of edited pages that are kept. All are counted. */
const maxEdited = 1000;
const maxText = 1000;

/** The marks of people on the pages of the catalog: for those outside of the snapshot one byte each, and the edited ones in it. */
export class MarkedPages {
	/** The pages in the snapshot whose description people changed. */
	readonly edited: EditedPage[] = [];
	editedCount = 0;
	/** The pages in the snapshot without a description that have one in Secoda: an empty value never overwrites it [doc]. */
	readonly filled = new FilledPages();
	/** The number of pages in the snapshot with a description that is not the one that was sent last, by people or by other uploads. */
	otherTexts = 0;
	readonly #after: Inventory;
	readonly #listed: Inventory;
	readonly #sent: Inventory | undefined;
	/** By type and number among the listed resources: a bit for each mark. */
	readonly #marks = new Map<EntityType, Uint8Array>();
	/** The marks that all pages so far show, as bits. */
	#known = (1 << markNames.length) - 1;
	readonly #seen = new Map<EntityType, Uint8Array>();

	/** `listed` has the pages outside of the snapshot, `sent` what was sent last. */
	constructor(after: Inventory, listed: Inventory, sent: Inventory | undefined) {
		this.#after = after;
		this.#listed = listed;
		this.#sent = sent;
	}

	/** The marks that are unknown of pages outside of the snapshot. */
	get unknown(): readonly MarkName[] {
		return markNames.filter((_, at) => ((this.#known >> at) & 1) === 0);
	}

	/** Registers that the marks of some pages could not be read. */
	addUnread(): void {
		this.#known = 0;
	}

	/** Adds what people left on a page that is shown, by its number in the snapshot. A page that is listed again counts once. */
	add(page: NamedResource, number: number, marks: LeftMarks): void {
		const {entity, key} = page;
		if (number > 0) {
			if ((page.text ?? 0) !== 0 && this.#after.of(entity).contentOf(number).text === 0)
				this.filled.add(entity, number);
			this.#addEdit(page, number, marks);
			return;
		}

		const listed = this.#listed.find(entity, key);
		if (listed === 0) return;
		const before = this.#sentNumber(page);
		const values: {readonly [Mark in MarkName]: boolean | undefined} = {
			bookmark: isPositive(marks.bookmarks),
			collection: isPositive(marks.collections),
			tag: isPositive(marks.tags),
			verified: marks.isVerified,
			description: before === 0 ? undefined : this.#isWritten(page, before, marks) && page.text !== 0,
			owner: isPositive(marks.owners),
		};
		let bits = 0;
		for (const [at, mark] of markNames.entries()) {
			if (values[mark] === undefined) this.#known &= ~(1 << at);
			else if (values[mark]) bits |= 1 << at;
		}

		if (bits === 0) return;
		const grown = withRoom(this.#marks.get(entity), listed);
		grown[listed] = bits;
		this.#marks.set(entity, grown);
	}

	/** True if people changed the description of a page in the snapshot. */
	isEdited(entity: EntityType, number: number): boolean {
		return this.#seen.get(entity)?.[number] === 1;
	}

	/** Returns the marks of a page outside of the snapshot by its number, as bits in the order of `markNames`. */
	bitsOf(entity: EntityType, number: number): number {
		return this.#marks.get(entity)?.[number] ?? 0;
	}

	#addEdit(page: NamedResource, after: number, marks: LeftMarks): void {
		const {entity, text} = page;
		const before = this.#sentNumber(page);
		if (before === 0 || text === undefined || text === this.#after.of(entity).contentOf(after).text) return;
		if (!this.#isWritten(page, before, marks)) return;
		const seen = withRoom(this.#seen.get(entity), after);
		this.#seen.set(entity, seen);
		if (seen[after] === 1) return;
		seen[after] = 1;
		if (text !== 0) this.otherTexts++;
		if (isNotByPerson(page, marks)) return;
		this.editedCount++;
		if (this.edited.length === maxEdited) return;
		this.edited.push({entity, after, before, text: marks.description?.slice(0, maxText) ?? ''});
	}

	/** True if the description is not the one that was sent last; `undefined` if the list does not have it. */
	#isWritten({entity, text}: NamedResource, before: number, {isEdited}: LeftMarks): boolean | undefined {
		if (text === undefined || this.#sent === undefined) return undefined;
		const sent = this.#sent.of(entity).contentOf(before).text;
		// An empty value never overwrites [doc], so the description can be that of an earlier upload.
		return text !== sent && (sent !== 0 || isEdited !== false);
	}

	#sentNumber({entity, key}: NamedResource): number {
		return this.#sent?.entities.includes(entity) ? this.#sent.find(entity, key) : 0;
	}
}

/** True if a description that differs is probably one that the property import of Secoda did not write. */
function isNotByPerson({text}: NamedResource, {isEdited}: LeftMarks): boolean {
	return isEdited === false || (text === 0 && isEdited === undefined);
}

function isPositive(count: number | undefined): boolean | undefined {
	return count === undefined ? undefined : count > 0;
}

function withRoom(values: Uint8Array | undefined, number: number): Uint8Array {
	if (values !== undefined && number < values.length) return values;
	const grown = new Uint8Array(Math.max(64, 2 * number));
	if (values !== undefined) grown.set(values);
	return grown;
}
