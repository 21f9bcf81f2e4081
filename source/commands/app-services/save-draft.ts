import type {IntegrationRequest, ProfileDraft, SavedProfile} from '../../app/services/set-up.ts';
import type {NamedItem} from '../../app/services/workspace.ts';
import {parseAddress, syncsPageUrl} from '../../catalog/address.ts';
import {type CatalogError, catalogError, isCatalogError} from '../../catalog/error.ts';
import type {Durability} from '../../files/durability.ts';
import {delimiterNames} from '../../mapping/options/reading.ts';
import type {Recipe} from '../../mapping/recipe.ts';
import type {Profile, TokenPlace} from '../../profiles/profile.ts';
import {isSettingsError, settingsError} from '../../profiles/settings-error.ts';
import type {ProfileStore, StoredProfile} from '../../profiles/store.ts';
import type {Token} from '../../profiles/token.ts';
import {tokenError} from '../../profiles/token-error.ts';
import {durabilityNotes} from '../../report/saved.ts';
import {messages} from '../messages.ts';
import {
	isSamePlace,
	noTokenWrite,
	readStoredToken,
	removeLeftoverToken,
	storeToken,
	type TokenLocation,
	type TokenWrite,
} from '../profile-token.ts';
import {profileStore} from '../settings.ts';
import {connectedCatalog} from './connected-catalog.ts';

const tokenPlaces: {readonly [K in ProfileDraft['tokenStorage']]: TokenPlace} = {
	keyring: 'keyring',
	file: 'file',
	session: 'nowhere',
	environment: 'nowhere',
};

/** Saves the result of a set-up: first the token, then the integration, then the profile. */
export class DraftSaver {
	readonly #env: NodeJS.ProcessEnv;
	readonly #store: ProfileStore;
	/** Integrations that were created, or may have been, so that a retry does not create them twice. */
	readonly #created = new Map<IntegrationRequest, NamedItem | CatalogError>();

	constructor(env: NodeJS.ProcessEnv) {
		this.#env = env;
		this.#store = profileStore(env);
	}

	/**
	The signal aborts waiting for the keyring and the catalog. After a failure, the stored token is rolled back.

	@throws TokenError, CatalogError, SettingsError
	*/
	async save(draft: ProfileDraft, signal: AbortSignal): Promise<SavedProfile> {
		const before = draft.replaces === undefined ? undefined : await this.#store.get(draft.replaces);
		const now = {name: draft.name, url: draft.workspace.url, tokenPlace: tokenPlaces[draft.tokenStorage]};
		const token = await this.#storeToken(draft, before, now, signal);
		const {integration, saved} = await this.#saveProfile(draft, before, now, signal).catch(async error => {
			await token.undo();
			throw this.#withCreated(error, draft);
		});
		const {setAside, durability} = saved;
		return {
			integration,
			page: syncsPageUrl(parseAddress(now.url), integration.id),
			isNewIntegration: draft.integration.kind === 'new',
			notes: [
				...durabilityNotes('The token', token.durability),
				...durabilityNotes('The profile', durability),
				...(setAside === undefined ? [] : [messages.damagedMoved(setAside)]),
				...(await this.#removePrevious(before, now, durability)),
			],
		};
	}

	/** Creates a new integration and saves the profile. */
	async #saveProfile(
		draft: ProfileDraft,
		before: Profile | undefined,
		now: TokenLocation,
		signal: AbortSignal,
	): Promise<{readonly integration: NamedItem; readonly saved: StoredProfile}> {
		const integration = await this.#integration(draft, signal);
		if (signal.aborted) throw catalogError('cancelled', 'Cancelled.', 'Press s to save.');
		const saved = await this.#store.save(now.name, old => ({
			...profileOf(draft, integration),
			...now,
			...retainedSettings(old ?? before, draft),
		}));
		return {integration, saved};
	}

	/** Removes the previous profile after a new name, and the previous token. Returns notes about what remains. */
	async #removePrevious(
		before: Profile | undefined,
		now: TokenLocation,
		durability: Durability,
	): Promise<readonly string[]> {
		const isRenamed = before !== undefined && before.name !== now.name;
		// A power failure could remove the new profile: the old one is kept.
		if (isRenamed && durability.kind === 'perhaps-not-durable') return [messages.oldProfileKept(before.name)];
		try {
			if (isRenamed) await this.#store.remove(before.name);
		} catch (error) {
			// Its token is kept with it.
			if (!isSettingsError(error)) throw error;
			return [messages.oldProfileNotRemoved(before?.name ?? '', error.message)];
		}

		const left = await removeLeftoverToken(before, now, durability, this.#env);
		return left === undefined ? [] : [left];
	}

	/** Adds to an error that an integration was created before it. */
	#withCreated(error: unknown, {integration}: ProfileDraft): unknown {
		const created = integration.kind === 'new' ? this.#created.get(integration.request) : undefined;
		if (created === undefined || isCatalogError(created) || !isSettingsError(error)) return error;
		const also = messages.integrationReused(created.name);
		return settingsError(`${error.message} ${also}`, error.hint, error);
	}

	/** Stores the token, unless it is stored there already. */
	async #storeToken(
		draft: ProfileDraft,
		before: Profile | undefined,
		now: TokenLocation,
		signal: AbortSignal,
	): Promise<TokenWrite> {
		const isStored = before !== undefined && isSamePlace(before, now);
		if (now.tokenPlace === 'nowhere' || (isStored && draft.connection === undefined)) return noTokenWrite;
		const token =
			draft.connection === undefined ? await this.#tokenOf(before, signal) : connectedCatalog(draft.connection).token;
		return storeToken(now, token, this.#env, signal);
	}

	async #tokenOf(profile: Profile | undefined, signal: AbortSignal): Promise<Token> {
		const token = profile && (await readStoredToken(profile, this.#env, signal));
		if (token !== undefined) return token;
		throw tokenError('no-token', 'No token to store.', 'Choose Token and enter it again.');
	}

	async #integration({integration, connection: account}: ProfileDraft, signal: AbortSignal): Promise<NamedItem> {
		if (integration.kind === 'existing') return integration.integration;
		const {request} = integration;
		const created = this.#created.get(request);
		if (isCatalogError(created)) throw created;
		if (created !== undefined) return created;
		if (account === undefined)
			throw tokenError('no-token', 'Creating the integration needs a token.', 'Choose Token and enter it.');
		try {
			const {id, name} = await connectedCatalog(account).catalog.createIntegration(request, signal);
			this.#created.set(request, {id, name});
			return {id, name};
		} catch (error) {
			// Never retry: only the list of integrations shows if it exists.
			if (isCatalogError(error) && error.code === 'perhaps-made') this.#created.set(request, error);
			throw error;
		}
	}
}

function profileOf({name, workspace, file, recipe, safeFixes}: ProfileDraft, {id, name: integrationName}: NamedItem) {
	return {
		name,
		url: workspace.url,
		integration: id,
		integrationName,
		kind: 'csv' as const,
		file: file?.path,
		secondFile: file?.secondFile,
		...columnsAndRows(recipe),
		safeFixes: safeFixes || undefined,
	};
}

/** Returns the parts of a recipe that are settings of their own. */
function columnsAndRows({encoding: _encoding, delimiter: _delimiter, headerRow: _headerRow, ...parts}: Recipe) {
	return parts;
}

/** Returns the settings that a set-up does not ask for and therefore keeps. */
function retainedSettings(
	before: Profile | undefined,
	{file, recipe}: ProfileDraft,
): Pick<Profile, 'encoding' | 'delimiter' | 'headerRow' | 'guard'> {
	// How a file is read is kept only for the same file.
	const {encoding, delimiter, headerRow} = before !== undefined && before.file === file?.path ? before : {};
	return {
		encoding: recipe.encoding ?? file?.encoding ?? encoding,
		delimiter: delimiterNames(recipe.delimiter)[0] ?? delimiter,
		headerRow: recipe.headerRow ?? headerRow,
		guard: before?.guard,
	};
}
