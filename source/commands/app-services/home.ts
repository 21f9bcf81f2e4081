import type {HomeProfile} from '../../app/screens/home/state.ts';
import type {HomeServices} from '../../app/services/home.ts';
import type {OpenTarget} from '../../app/services/open-target.ts';
import type {EditableProfile} from '../../app/services/set-up.ts';
import type {ConnectedWorkspace, OpenResult} from '../../app/services/workspace.ts';
import type {UploadDestination} from '../../app/start-job.ts';
import type {Catalog} from '../../catalog/client.ts';
import type {Profile} from '../../profiles/profile.ts';
import {isTokenError} from '../../profiles/token-error.ts';
import {SourceFile} from '../../records/source/source-file.ts';
import {durabilityNotes} from '../../report/saved.ts';
import {recipeOfReading} from '../../session/recipe-reading.ts';
import type {State} from '../../state/state.ts';
import {isStateError} from '../../state/state-error.ts';
import {findCompanion} from '../companion.ts';
import {findToken} from '../connection.ts';
import {requireFiles} from '../input-files.ts';
import {lastRunOf} from '../last-run.ts';
import {hostOf, keyringAccount, readStoredToken} from '../profile-token.ts';
import {deleteProfile} from '../profiles.ts';
import {undoCommand} from '../rollback/command-text.ts';
import {profileStore, requireProfile, tokenVault} from '../settings.ts';
import {readingOf, targetOfProfile} from '../target.ts';
import type {RepeatedOptions} from '../watch-command.ts';
import {connectedCatalog, verifyToken} from './connected-catalog.ts';
import {journalsOf} from './journals.ts';
import {profileRecipe} from './profile-recipe.ts';
import type {AppSandbox} from './sandbox.ts';
import {tokenPrompt, withToken} from './with-token.ts';
import {workspaceOf} from './workspaces.ts';

type HomeOptions = {
	readonly state: State;
	readonly sandbox: AppSandbox;
	readonly waitMs: number;
	/** The maximum duration of a request in milliseconds. */
	readonly timeoutMs?: number | undefined;
	/** Returns the command that watches the sync of an upload again. */
	watchCommand(entry: number): string;
	/** The options that printed commands repeat. */
	readonly repeated: RepeatedOptions;
};

/** Returns the services of the home screen. */
export function homeServices(
	{state, sandbox, waitMs, timeoutMs, watchCommand, repeated}: HomeOptions,
	env: NodeJS.ProcessEnv,
): HomeServices {
	const journals = journalsOf(state);
	return {
		async profiles() {
			const {profiles, damaged} = await profileStore(env).all();
			return {
				profiles: profiles.map(profile => homeProfile(profile, state)),
				damaged: damaged.map(({name, error}) => ({name, message: `${error.message} ${error.hint}`})),
			};
		},
		async openProfile(name, account, signal) {
			const profile = await requireProfile(name, env);
			return open(profile, account, signal);
		},
		async openDestination(name, account, signal) {
			const profile = await requireProfile(name, env);
			const {url} = profile;
			return withToken({url, profile}, {account, signal, timeoutMs}, env, catalog => ({
				destination: destinationOf(profile, catalog),
				tokenRequest: tokenPrompt({url, profile}, ''),
			}));
		},
		async keepToken(name, account, signal) {
			const profile = await requireProfile(name, env);
			const {tokenPlace} = profile;
			if (tokenPlace === 'nowhere') return [];
			const vault = tokenVault(env);
			const {token} = connectedCatalog(account);
			return durabilityNotes('The token', await vault.set(tokenPlace, keyringAccount(profile), token, signal));
		},
		async profileFile(name) {
			return fileOfProfile(await requireProfile(name, env));
		},
		openFile: file => ({
			files: [file],
			findCompanion,
			reading: {},
			upload: undefined,
			safeFixes: false,
			journals,
		}),
		async editableProfile(name) {
			return toEditableProfile(await requireProfile(name, env), env);
		},
		async remove(name, signal) {
			return deleteProfile(await requireProfile(name, env), 'remove', env, signal);
		},
		sandbox: () => sandbox.open(),
	};

	async function open(
		profile: Profile,
		account: ConnectedWorkspace | undefined,
		signal: AbortSignal,
	): Promise<OpenResult<OpenTarget>> {
		const file = await fileOfProfile(profile);
		const {url} = profile;
		return withToken({url, profile}, {account, signal, timeoutMs}, env, catalog => ({
			...file,
			upload: destinationOf(profile, catalog),
		}));
	}

	function destinationOf(profile: Profile, catalog: Catalog): UploadDestination {
		const {name, url, integration, guard: limits} = profile;
		const rollbackCommand = () => undoCommand(state, {profile, url, integration}, repeated);
		return {catalog, state, integration, profile: name, waitMs, limits, watchCommand, rollbackCommand};
	}

	/** Returns the file of a profile. A missing file is reported before a token is asked for. */
	async function fileOfProfile(profile: Profile): Promise<OpenTarget> {
		const target = targetOfProfile(profile);
		const files = requireFiles(target);
		for (const file of files) await SourceFile.open(file).then(opened => opened.close());
		const {reading, safeFixes} = target;
		return {
			files,
			reading,
			isReadingChosen: true,
			profileRecipe: profileRecipe(profile.name, env),
			upload: undefined,
			safeFixes,
			journals,
			tokenRequest: tokenPrompt({url: profile.url, profile}, ''),
		};
	}
}

function homeProfile(profile: Profile, state: State): HomeProfile {
	const {name, url, integration, integrationName, file, secondFile, tokenPlace} = profile;
	return {
		name,
		host: hostOf(url),
		integration: integrationName ?? integration,
		file,
		secondFile,
		token: tokenPlace,
		...lastRunFields(profile, state),
	};
}

/** Returns the last run of a profile, if the history can be read. */
function lastRunFields(profile: Profile, state: State): Pick<HomeProfile, 'lastRun' | 'watchable'> {
	try {
		const lastRun = lastRunOf(state, profile);
		return {lastRun, watchable: lastRun !== undefined && state.watches.has(lastRun.id) ? lastRun.id : undefined};
	} catch (error) {
		if (isStateError(error)) return {lastRun: undefined, watchable: undefined};
		throw error;
	}
}

/** Returns a profile for editing. */
function toEditableProfile(profile: Profile, env: NodeJS.ProcessEnv): EditableProfile {
	const {name, url, integration, integrationName, file, secondFile, safeFixes, tokenPlace} = profile;
	const workspace = workspaceOf(url);
	return {
		name,
		workspace,
		integration: {id: integration, name: integrationName ?? integration},
		file,
		secondFile,
		recipe: recipeOfReading(readingOf(profile)),
		safeFixes: safeFixes === true,
		tokenStorage: tokenPlace === 'nowhere' ? 'session' : tokenPlace,
		async connect(signal) {
			try {
				// A stored token wins: it may be stored again under a new name.
				const stored = await readStoredToken(profile, env, signal);
				const token = stored ?? (await findToken({host: workspace.host, profile, signal}, env)).token;
				return await verifyToken(workspace, token, signal);
			} catch (error) {
				if (isTokenError(error)) return undefined;
				throw error;
			}
		},
	};
}
