import {randomUUID} from 'node:crypto';
import type {PageType, SandboxIntegration, SandboxPage} from './model.ts';
import type {SandboxSwitches} from './switches.ts';

/** The identity of a page, and its place. */
export type PagePlace = Pick<
	SandboxPage,
	'entityType' | 'databuilderId' | 'parentId' | 'database' | 'schema' | 'table' | 'title'
>;

/** Writes the pages of one sync to an integration. */
export class PageWriter {
	readonly integration: SandboxIntegration;
	/** The databuilder IDs of the pages that were written. */
	readonly seen = new Set<string>();
	readonly #pages: Map<string, SandboxPage>;
	readonly #switches: SandboxSwitches;
	/** The pages by their names, if an upload may find pages of the other kind. */
	readonly #byNames: ReadonlyMap<string, SandboxPage>;

	constructor(integration: SandboxIntegration, pages: Map<string, SandboxPage>, switches: SandboxSwitches) {
		this.integration = integration;
		this.#pages = pages;
		this.#switches = switches;
		this.#byNames = new Map(
			switches.sharedIdentity ? Array.from(pages.values(), page => [namesOf(page), page] as const) : [],
		);
	}

	/** Returns a page of the integration. */
	find(databuilderId: string): SandboxPage | undefined {
		return this.#pages.get(databuilderId);
	}

	/** Creates a page, or updates the place of the one that exists. */
	put(place: PagePlace): SandboxPage {
		const {databuilderId} = place;
		const old = this.#existing(place);
		this.seen.add(databuilderId);
		if (old === undefined) {
			const page: SandboxPage = {...emptyPage, ...place, id: randomUUID(), integrationId: this.integration.id};
			this.#pages.set(databuilderId, page);
			return page;
		}

		if (this.#switches.revival) old.archived = old.stale = false;
		if (old.databuilderId !== databuilderId) this.#pages.delete(old.databuilderId);
		this.#pages.set(databuilderId, Object.assign(old, place));
		return old;
	}

	#existing(place: PagePlace): SandboxPage | undefined {
		const same = this.#pages.get(place.databuilderId);
		if (same !== undefined) return same.entityType === place.entityType ? same : undefined;
		const named = this.#byNames.get(namesOf(place));
		return named === undefined || this.seen.has(named.databuilderId) ? undefined : named;
	}
}

const emptyPage = {description: '', type: '', sortOrder: 0, isView: null, archived: false, stale: false} as const;

/** Types that both kinds of uploads have. */
const sharedTypes: ReadonlySet<PageType> = new Set(['database', 'schema', 'table', 'column']);

/** Returns a key of the names of a page; one that no other page has if they do not identify it. */
function namesOf({entityType, databuilderId, database, schema, table, title}: PagePlace): string {
	const names = sharedTypes.has(entityType) ? [database, schema, table, title] : [databuilderId];
	return JSON.stringify([entityType, ...names]);
}
