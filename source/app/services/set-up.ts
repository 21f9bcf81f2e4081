import type {UserError} from '../../errors/user-error.ts';
import type {Recipe} from '../../mapping/recipe.ts';
import type {InspectedFile} from './files.ts';
import type {ConnectedWorkspace, NamedItem, TokenCheckResult, TokenStorage, Workspace} from './workspace.ts';

/** An integration to create. */
export type IntegrationRequest = {readonly name: string; readonly type: string; readonly teams: readonly string[]};

/** A profile that is not saved yet. */
export type ProfileDraft = {
	readonly name: string;
	/** The name of the profile that it replaces. */
	readonly replaces: string | undefined;
	readonly workspace: Workspace;
	/** Absent if the stored token does not change. */
	readonly connection: ConnectedWorkspace | undefined;
	readonly tokenStorage: TokenStorage;
	readonly integration:
		| {readonly kind: 'existing'; readonly integration: NamedItem}
		| {readonly kind: 'new'; readonly request: IntegrationRequest};
	readonly file: InspectedFile | undefined;
	readonly recipe: Recipe;
	readonly safeFixes: boolean;
};

/** The result of saving a profile; `page` shows the syncs of the integration. */
export type SavedProfile = {
	readonly integration: NamedItem;
	readonly page: string;
	readonly isNewIntegration: boolean;
	/** More that the user must know. */
	readonly notes: readonly string[];
};

/** A saved profile to edit. */
export type EditableProfile = {
	readonly name: string;
	readonly workspace: Workspace;
	readonly integration: NamedItem;
	readonly file: string | undefined;
	readonly secondFile?: string | undefined;
	readonly recipe: Recipe;
	readonly safeFixes: boolean;
	readonly tokenStorage: TokenStorage | undefined;
	/** Connects with the stored token; returns `undefined` without one. */
	connect(signal: AbortSignal): Promise<TokenCheckResult | undefined>;
};

/** The services of the set-up. */
export type SetupServices = {
	/** The regions of the cloud. */
	readonly regions: readonly Workspace[];
	/** True if SECODA_API_TOKEN is set. */
	readonly hasEnvironmentToken: boolean;
	/** The types of integrations that can be created. */
	readonly types: readonly string[];
	/** Parses an address. @throws UserError */
	workspace(text: string): Workspace;
	/** Resolves if a catalog answers there. @throws UserError */
	checkHealth(workspace: Workspace, signal: AbortSignal): Promise<void>;
	/** Verifies the typed token, or that of the environment. */
	checkToken(workspace: Workspace, typed: string | undefined, signal: AbortSignal): Promise<TokenCheckResult>;
	/** Returns why the keyring cannot be used; `undefined` if it can. */
	keyringError(signal: AbortSignal): Promise<Pick<UserError, 'problem' | 'hint'> | undefined>;
	/** Opens a page in the browser. Returns false if no browser could be started. */
	openPage(url: string): Promise<boolean>;
	/** Returns the names of all profiles. */
	profileNames(): Promise<readonly string[]>;
	/** Returns why a profile cannot have this name; `undefined` if it can. */
	nameError(name: string): string | undefined;
	suggestName(text: string): string;
	/** Creates the integration if it is new, stores the token, saves the profile. `signal` ends the wait for the keyring. */
	save(draft: ProfileDraft, signal: AbortSignal): Promise<SavedProfile>;
};
