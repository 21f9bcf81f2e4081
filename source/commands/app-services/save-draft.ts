import type {IntegrationRequest, NamedItem, ProfileDraft, SavedProfile} from '../../app/services.ts';
import {parseAddress, syncsPageUrl} from '../../catalog/address.ts';
import {type CatalogError, catalogError, isCatalogError} from '../../catalog/error.ts';
import type {Durability} from '../../files/durability.ts';
import type {Profile, TokenPlace} from '../../profiles/profile.ts';
import {isSettingsError, settingsError} from '../../profiles/settings-error.ts';
import type {ProfileStore, StoredProfile} from '../../profiles/store.ts';
import type {Token} from '../../profiles/token.ts';
import {tokenError} from '../../profiles/token-error.ts';
import {durabilityNotes} from '../../report/saved.ts';
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

/** Saves what a set-up has found out: the token first, then the integration, then the profile. */
export class DraftSaver {
	readonly #env: NodeJS.ProcessEnv;
	readonly #store: ProfileStore;
	/** Integrations that were made, or may have been: whoever tries again after a failure does not make them twice. */
	readonly #made = new Map<IntegrationRequest, NamedItem | CatalogError>();

	constructor(env: NodeJS.ProcessEnv) {
		this.#env = env;
		this.#store = profileStore(env);
	}

	/**
	The signal ends a wait for the keyring and for the catalog. A token that was stored before a failure is then taken back.

	@throws TokenError, CatalogError, SettingsError
	*/
	async save(draft: ProfileDraft, signal: AbortSignal): Promise<SavedProfile> {
		const before = draft.replaces === undefined ? undefined : await this.#store.get(draft.replaces);
		const now = {name: draft.name, url: draft.workspace.url, tokenPlace: tokenPlaces[draft.tokenStorage]};
		const token = await this.#keepToken(draft, before, now, signal);
		const {integration, saved} = await this.#saveProfile(draft, before, now, signal).catch(async error => {
			await token.undo();
			throw this.#withMade(error, draft);
		});
		const {setAside, durability} = saved;
		return {
			integration,
			page: syncsPageUrl(parseAddress(now.url), integration.id),
			isNewIntegration: draft.integration.kind === 'new',
			notes: [
				...durabilityNotes('The token', token.durability),
				...durabilityNotes('The profile', durability),
				...(setAside === undefined ? [] : [`The damaged settings of that name are now in ${setAside}.`]),
				...(await this.#leaveBehind(before, now, durability)),
			],
		};
	}

	/** Makes the integration if it is new, and saves the profile. */
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

	/** A profile that has another name or host now leaves nothing behind. Answers what is to be said where it does. */
	async #leaveBehind(
		before: Profile | undefined,
		now: TokenLocation,
		durability: Durability,
	): Promise<readonly string[]> {
		const isRenamed = before !== undefined && before.name !== now.name;
		// A power failure could take the new one: then the old one is needed.
		if (isRenamed && durability.kind === 'perhaps-not-durable') return [`The profile ${before.name} was left there.`];
		try {
			if (isRenamed) await this.#store.remove(before.name);
		} catch (error) {
			// Its token is left to it, then.
			if (!isSettingsError(error)) throw error;
			return [`The profile ${before?.name} is still there: ${error.message}`];
		}

		const left = await removeLeftoverToken(before, now, durability, this.#env);
		return left === undefined ? [] : [left];
	}

	/** The same error; it also tells of an integration that was made before it. */
	#withMade(error: unknown, {integration}: ProfileDraft): unknown {
		const made = integration.kind === 'new' ? this.#made.get(integration.request) : undefined;
		if (made === undefined || isCatalogError(made) || !isSettingsError(error)) return error;
		const also = `The integration "${made.name}" was made; saving again uses it.`;
		return settingsError(`${error.message} ${also}`, error.hint, error);
	}

	/** Stores the token where it is to be kept, unless it is there already. */
	async #keepToken(
		draft: ProfileDraft,
		before: Profile | undefined,
		now: TokenLocation,
		signal: AbortSignal,
	): Promise<TokenWrite> {
		const isThere = before !== undefined && isSamePlace(before, now);
		if (now.tokenPlace === 'nowhere' || (isThere && draft.connection === undefined)) return noTokenWrite;
		const token =
			draft.connection === undefined ? await this.#tokenOf(before, signal) : connectedCatalog(draft.connection).token;
		return storeToken(now, token, this.#env, signal);
	}

	async #tokenOf(profile: Profile | undefined, signal: AbortSignal): Promise<Token> {
		const token = profile && (await readStoredToken(profile, this.#env, signal));
		if (token !== undefined) return token;
		throw tokenError('no-token', 'There is no token to store.', 'Choose Token and type it again.');
	}

	async #integration({integration, connection: account}: ProfileDraft, signal: AbortSignal): Promise<NamedItem> {
		if (integration.kind === 'existing') return integration.integration;
		const {request} = integration;
		const made = this.#made.get(request);
		if (isCatalogError(made)) throw made;
		if (made !== undefined) return made;
		if (account === undefined)
			throw tokenError('no-token', 'There is no token to make the integration with.', 'Choose Token and type it.');
		try {
			const {id, name} = await connectedCatalog(account).catalog.createIntegration(request, signal);
			this.#made.set(request, {id, name});
			return {id, name};
		} catch (error) {
			// It is asked for once: from here on only a look at the list can tell.
			if (isCatalogError(error) && error.code === 'perhaps-made') this.#made.set(request, error);
			throw error;
		}
	}
}

function profileOf({name, workspace, file, mapping, safeFixes}: ProfileDraft, {id, name: integrationName}: NamedItem) {
	return {
		name,
		url: workspace.url,
		integration: id,
		integrationName,
		kind: 'csv' as const,
		file: file?.path,
		mapping: Object.keys(mapping).length === 0 ? undefined : mapping,
		safeFixes: safeFixes || undefined,
	};
}

/** What a set-up does not ask for, and so does not change. */
function retainedSettings(
	before: Profile | undefined,
	{file}: ProfileDraft,
): Pick<Profile, 'encoding' | 'delimiter' | 'guard'> {
	// How another file was to be read says nothing of this one. A header alone does not tell every encoding.
	const {encoding, delimiter} = before !== undefined && before.file === file?.path ? before : {};
	return {
		encoding: file?.encoding ?? encoding,
		delimiter,
		guard: before?.guard,
	};
}
