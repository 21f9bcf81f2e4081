import {outcomeStyle} from '../../app/outcome-style.ts';
import type {HomeProfile} from '../../app/screens/home/state.ts';
import type {
	ConnectedWorkspace,
	EditableProfile,
	HomeServices,
	OpenResult,
	OpenTarget,
	PastUploadSummary,
	TokenPrompt,
} from '../../app/services.ts';
import {parseAddress} from '../../catalog/address.ts';
import {type Catalog, connect} from '../../catalog/client.ts';
import {runJob} from '../../job/job.ts';
import {findResumable, resumeWatch} from '../../job/resume.ts';
import type {Profile} from '../../profiles/profile.ts';
import {isTokenError} from '../../profiles/token-error.ts';
import {SourceFile} from '../../records/source/source-file.ts';
import {resultOf, shortCounts} from '../../report/history.ts';
import {historyFacts} from '../../report/history-facts.ts';
import {durabilityNotes} from '../../report/saved.ts';
import {recipeOfReading} from '../../session/recipe-reading.ts';
import type {HistoryEntry} from '../../state/history-entry.ts';
import type {State} from '../../state/state.ts';
import {isStateError} from '../../state/state-error.ts';
import {ago} from '../../text/format.ts';
import {findCompanion} from '../companion.ts';
import {findToken} from '../connection.ts';
import {uploadsOf} from '../history.ts';
import {requireFiles} from '../input-files.ts';
import {lastRunOf} from '../last-run.ts';
import {messages} from '../messages.ts';
import {hostOf, keyringAccount, readStoredToken} from '../profile-token.ts';
import {deleteProfile} from '../profiles.ts';
import {findRepeatable, findUploadToRepeat} from '../rollback/find-upload.ts';
import {profileStore, requireProfile, tokenVault} from '../settings.ts';
import {readingOf, targetOfProfile} from '../target.ts';
import {usageErrors} from '../usage-errors.ts';
import {connectedCatalog, verifyToken} from './connected-catalog.ts';
import {journalsOf} from './journals.ts';
import {profileRecipe} from './profile-recipe.ts';
import type {AppSandbox} from './sandbox.ts';
import {workspaceOf} from './workspaces.ts';

type HomeOptions = {
	readonly state: State;
	readonly sandbox: AppSandbox;
	readonly waitMs: number;
	/** The maximum duration of a request in milliseconds. */
	readonly timeoutMs?: number | undefined;
	/** Returns the command that watches the sync of an upload again. */
	watchCommand(entry: number): string;
};

/** The maximum number of uploads in the history. */
const maxPastUploads = 500;

/** Returns the services of the home screen. */
export function homeServices(
	{state, sandbox, waitMs, timeoutMs, watchCommand}: HomeOptions,
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
		async openWatch(name, upload, account, signal) {
			const profile = await requireProfile(name, env);
			const resumable = findResumable(state, upload);
			if (resumable === undefined) throw usageErrors.notWatchable(upload);
			return withToken(profile, account, signal, catalog => ({
				run: (_decide, end) =>
					resumeWatch({upload: resumable, waitMs, watchCommand}, {openCatalog: async () => catalog, state}, end),
				tokenRequest: tokenPrompt(profile, ''),
			}));
		},
		async openRollback(name, upload, account, signal) {
			const profile = await requireProfile(name, env);
			const {url, integration, guard: limits} = profile;
			const {source, entry} = findUploadToRepeat(state, {host: hostOf(url), integration}, upload);
			const options = {source, rollbackOf: entry.id, integration, profile: name, waitMs, limits, watchCommand};
			return withToken(profile, account, signal, catalog => ({
				run: (decide, end) => runJob({...options, decide}, {catalog, state}, end),
				tokenRequest: tokenPrompt(profile, ''),
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
			howToConnect: messages.noUploadTarget,
		}),
		async editableProfile(name) {
			return toEditableProfile(await requireProfile(name, env), env);
		},
		async remove(name, signal) {
			return deleteProfile(await requireProfile(name, env), 'remove', env, signal);
		},
		async history(name) {
			const profile = await requireProfile(name, env);
			const entries = uploadsOf(state, profile, maxPastUploads);
			const repeatable = findRepeatable(state, {host: hostOf(profile.url), integration: profile.integration});
			const now = Date.now();
			return entries.map(entry => ({
				...summaryOf(entry, now),
				watchable: state.watches.has(entry.id) ? entry.id : undefined,
				repeatable: repeatable.has(entry.id) ? entry.id : undefined,
			}));
		},
		sandbox: () => sandbox.open(),
	};

	async function open(
		profile: Profile,
		account: ConnectedWorkspace | undefined,
		signal: AbortSignal,
	): Promise<OpenResult<OpenTarget>> {
		const file = await fileOfProfile(profile);
		const {integration, guard: limits} = profile;
		return withToken(profile, account, signal, catalog => ({
			...file,
			upload: {catalog, state, integration, profile: profile.name, waitMs, limits, watchCommand},
		}));
	}

	async function withToken<Value>(
		profile: Profile,
		account: ConnectedWorkspace | undefined,
		signal: AbortSignal,
		open: (catalog: Catalog) => Value,
	): Promise<OpenResult<Value>> {
		const address = parseAddress(profile.url);
		try {
			// A typed token belongs to the host that accepted it.
			const token =
				account === undefined || account.host !== address.host
					? (await findToken({host: address.host, profile, signal}, env)).token
					: connectedCatalog(account).token;
			return {kind: 'opened', opened: open(connect({address, token: token.reveal(), timeoutMs}))};
		} catch (error) {
			if (!isTokenError(error)) throw error;
			return {kind: 'token-wanted', wanted: tokenPrompt(profile, error.message)};
		}
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
			howToConnect: messages.noUploadTarget,
			tokenRequest: tokenPrompt(profile, ''),
		};
	}
}

function tokenPrompt({url, tokenPlace}: Profile, message: string): TokenPrompt {
	const storedIn = {keyring: 'in the keyring', file: 'in a file that only you can read', nowhere: undefined}[
		tokenPlace
	];
	return {workspace: workspaceOf(url), reason: message, storedIn};
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

/** Returns an upload as the history screen shows it. */
function summaryOf(entry: HistoryEntry, now: number): Pick<PastUploadSummary, 'title' | 'detail' | 'facts'> {
	const {outcome, message} = resultOf(entry);
	return {
		title: `${outcomeStyle(outcome)[1]} #${entry.id} ${outcome}, ${ago(entry.at, now)}`,
		detail: [shortCounts(entry), message].filter(text => text !== '').join(': '),
		facts: historyFacts(entry),
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
