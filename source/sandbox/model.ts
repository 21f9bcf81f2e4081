import {randomUUID} from 'node:crypto';

export type SandboxTeam = {readonly id: string; readonly name: string};

export type SandboxIntegration = {
	readonly id: string;
	name: string;
	readonly type: string;
	teams: readonly string[];
	readonly createdAt: string;
	updatedAt: string;
	lastRun: string | null;
};

/** The types of pages, each after the types of its possible parents. */
export const pageTypes = ['database', 'schema', 'table', 'column', 'dashboard_group', 'dashboard', 'chart'] as const;

export type PageType = (typeof pageTypes)[number];

/** Values of a page that only JSONL uploads have, by their keys in the API. */
export type PageDetails = Readonly<Record<string, string | boolean>>;

/** The owners, tags and so on that people gave a page in Secoda. Uploads do not change them. */
export type SandboxMarks = {
	readonly owners: readonly string[];
	readonly tags: readonly string[];
	readonly verified: boolean;
	readonly collections: readonly string[];
	readonly bookmarkedBy: readonly string[];
	/** True if a person wrote the description. */
	readonly hasOwnDescription: boolean;
	/** The time of the last edit by a person. */
	readonly editedAt: string | null;
};

/** A page of the catalog. */
export type SandboxPage = {
	readonly id: string;
	readonly integrationId: string;
	readonly entityType: PageType;
	/** Unique within the integration. That of a CSV is its name, the database and the titles down to this page; JSONL has its own. */
	databuilderId: string;
	parentId: string | null;
	database: string;
	schema: string;
	table: string;
	title: string;
	description: string;
	type: string;
	sortOrder: number;
	isView: boolean | null;
	archived: boolean;
	stale: boolean;
	details?: PageDetails;
	/** Absent until a person edits the page. */
	marks?: SandboxMarks;
};

/** A lineage link between two pages. */
export type SandboxEdge = {
	readonly id: string;
	readonly createdAt: string;
	readonly fromId: string;
	readonly toId: string;
};

/** The data of the sandbox. */
export class SandboxModel {
	readonly workspaceId = randomUUID();
	readonly teams: SandboxTeam[] = [{id: randomUUID(), name: 'General'}];
	readonly integrations = new Map<string, SandboxIntegration>();
	/** Pages by integration, then by databuilder ID. */
	readonly resources = new Map<string, Map<string, SandboxPage>>();
	/** How often pages were used, where that changes their order. */
	readonly usage = new Map<string, number>();
	/** Edges by the integration whose upload has them. */
	readonly edges = new Map<string, readonly SandboxEdge[]>();

	addIntegration(name: string, type: string, teams: readonly string[] = []): SandboxIntegration {
		const now = new Date().toISOString();
		const general = this.teams[0]?.id;
		const integration: SandboxIntegration = {
			id: randomUUID(),
			name: name || 'Untitled',
			type,
			teams: teams.length > 0 || general === undefined ? teams : [general],
			createdAt: now,
			updatedAt: now,
			lastRun: null,
		};
		this.integrations.set(integration.id, integration);
		this.resources.set(integration.id, new Map());
		return integration;
	}

	/** Deletes an integration and its pages permanently [doc]. */
	deleteIntegration(id: string): void {
		this.integrations.delete(id);
		this.resources.delete(id);
		this.edges.delete(id);
	}

	/** Lists the pages of one integration, or of all. */
	*pages(integrationId?: string): Generator<SandboxPage, void, void> {
		if (integrationId !== undefined) yield* this.resources.get(integrationId)?.values() ?? [];
		else for (const pages of this.resources.values()) yield* pages.values();
	}
}
