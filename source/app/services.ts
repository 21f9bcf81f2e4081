import type {UserError} from '../errors/user-error.ts';
import type {FileKind} from '../kinds/file-kind.ts';
import type {Recipe} from '../mapping/recipe.ts';
import type {SaveResult} from '../records/save/save.ts';
import type {Encoding} from '../records/source/encoding.ts';
import type {Journal, JournalEntry} from '../session/journal.ts';
import type {MappableFile} from '../session/mappable-file.ts';
import type {ReadOptions} from '../session/read-options.ts';
import type {HomeProfile} from './screens/home/state.ts';
import type {JobRun, UploadDestination} from './start-job.ts';

/** A workspace to connect to. */
export type Workspace = {
	/** `us`, `eu`, `apac` or an address. */
	readonly url: string;
	readonly host: string;
	/** The name on screens. */
	readonly name: string;
	/** The page on which the user creates a token. */
	readonly tokenPage: string;
	/** True for a region of the cloud: a token may belong to another region. */
	readonly isRegion: boolean;
};

/** An integration or a team. */
export type NamedItem = {readonly id: string; readonly name: string};

/** A workspace with a valid token, which it holds and never shows. */
export type ConnectedWorkspace = {
	/** The only host that may get the token. */
	readonly host: string;
	/** The owner of the token, if the workspace reports it. */
	readonly owner: string | undefined;
	integrations(signal: AbortSignal): AsyncGenerator<readonly NamedItem[], void, void>;
	teams(signal: AbortSignal): Promise<readonly NamedItem[]>;
};

/** The result of verifying a token. */
export type TokenCheckResult =
	| {readonly kind: 'good'; readonly account: ConnectedWorkspace}
	/** `refused`: the token is invalid; otherwise it could not be verified. */
	| {readonly kind: 'bad'; readonly message: string; readonly refused: boolean};

/** Where a token is stored. `environment`: in SECODA_API_TOKEN. */
export type TokenStorage = 'keyring' | 'file' | 'session' | 'environment';

/** An integration to create. */
export type IntegrationRequest = {readonly name: string; readonly type: string; readonly teams: readonly string[]};

/** A file whose first records were read. */
export type InspectedFile = {
	readonly path: string;
	readonly kind: FileKind;
	/** Its sample for the mapping; absent if its columns are not mapped. */
	readonly mappable?: MappableFile | undefined;
	/** The recognized encoding, if it is not UTF-8. */
	readonly encoding?: Encoding | undefined;
	/** The file beside it that is usually sent together with it. */
	readonly companion?: string | undefined;
	/** The file that the user wants to send together with it. */
	readonly secondFile?: string | undefined;
};

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

/** Services for paths that the user types. */
export type PathServices = {
	/** Returns the completions of a path. */
	complete(text: string): Promise<readonly string[]>;
	/** Expands `~` to the home folder; a relative path stays relative. */
	expand(text: string): string;
	/** Returns the absolute path. */
	resolve(text: string): string;
};

/** Services for files that the user names. */
export type FileServices = PathServices & {
	recent(): readonly string[];
	/** Reads the first records of a file; with the encoding, the separator and the header row of `recipe`. @throws UserError */
	inspect(path: string, signal: AbortSignal, recipe?: Recipe): Promise<InspectedFile>;
	/** True if the name exists. */
	exists(path: string): Promise<boolean>;
	/** Writes a text to a file, as a whole or not at all. @throws UserError, `already-exists` if an existing file is refused */
	saveText(path: string, text: string, existing: 'refuse' | 'replace', signal: AbortSignal): Promise<SaveResult>;
	/** Adds a file to the recent files. */
	opened(path: string): void;
};

/** A file as its journal identifies it. */
export type JournaledFile = {
	/** The real path, without symbolic links. */
	readonly path: string;
	readonly encoding: Encoding;
	readonly header: readonly string[];
	/** The columns whose values identify a record. */
	readonly recordColumns: readonly number[];
};

/** Unsaved edits of an earlier session with the file. */
export type UnsavedEditsOnDisk = {
	/** ISO date-time of the last change. */
	readonly at: string;
	readonly rows: number;
	/** The part of the file that has changed since. */
	readonly change: 'none' | 'content' | 'columns';
	readonly recordColumns: readonly number[];
	/** @throws UserError */
	entries(): readonly JournalEntry[];
	/** Moves the restored edits into the journal of this session, which now has unsaved edits in so many rows. */
	adopt(unsavedRows: number): void;
	discard(): void;
};

/** The journal of an open file. */
export type FileJournal = {
	readonly journal: Journal;
	readonly earlierEdits: readonly UnsavedEditsOnDisk[];
	/** Another process that has the file open. */
	readonly otherProcess: {readonly pid: number; readonly since: string; readonly rows: number} | undefined;
	/** Calls `listener` with the problem when edits cannot be journaled, and with `undefined` when they can be again. */
	onFailure(listener: (problem: string | undefined) => void): void;
	/** Ends the journal: the edits are saved or discarded. */
	end(): void;
	/** Keeps the edits for the next session. */
	release(): void;
};

/** Keeps unsaved edits across restarts of the program. */
export type JournalOpener = {
	open(file: JournaledFile): Promise<FileJournal>;
};

/** The recipe of a profile, which a mapping of its file can change. */
export type ProfileRecipe = {
	readonly profile: string;
	/** Returns the recipe as the profile has it now. @throws UserError */
	read(): Promise<Recipe>;
	/** Saves another recipe. Returns what else the user must know. @throws UserError */
	save(recipe: Recipe): Promise<readonly string[]>;
};

/** Files to open together, how to read them, and where to upload them. */
export type OpenTarget = {
	readonly files: readonly [string, ...string[]];
	/** Returns the file beside another that is sent together with it, to be offered; absent if the user has named all files. */
	findCompanion?(path: string, kind: FileKind): string | undefined;
	readonly reading: ReadOptions;
	/** The recipe of the profile that the file belongs to; absent if it belongs to none, or is read in another way. */
	readonly profileRecipe?: ProfileRecipe;
	/** True if the reading was chosen before, as for a profile: only columns that are missing are asked for. */
	readonly isReadingChosen?: boolean;
	readonly upload: UploadDestination | undefined;
	readonly safeFixes: boolean;
	readonly journals: JournalOpener;
	/** Why the file cannot be uploaded; without it and without a target, the user is asked for one. */
	readonly cannotUpload?: string;
	/** True if the file and its folder are removed when the app ends. */
	readonly isTemporary?: boolean;
	/** Shown when the file is opened without a problem of the whole file. */
	readonly greeting?: string;
	/** How to ask for another token if the workspace rejects this one; absent if the app cannot ask. */
	readonly tokenRequest?: TokenPrompt;
};

/** A request for a token. */
export type TokenPrompt = {
	readonly workspace: Workspace;
	readonly reason: string;
	/** Where the profile stores its token, as text; absent if it does not. */
	readonly storedIn: string | undefined;
};

/** The opened value, or a request for a token. */
export type OpenResult<Value> =
	| {readonly kind: 'opened'; readonly opened: Value}
	| {readonly kind: 'token-wanted'; readonly wanted: TokenPrompt};

/** The watch of an upload's sync, or a rollback. */
export type EarlierUploadRun = {
	readonly run: JobRun;
	readonly tokenRequest: TokenPrompt;
	/** Returns what the history has of the upload now. @throws UserError */
	details(): UploadDetails;
};

/** The title and the facts of an upload in the history, as lines. */
export type UploadDetails = {readonly title: string; readonly facts: readonly string[]};

/** The profile whose token is needed, or the host of an upload without a profile. */
export type TokenSubject = {readonly profile: string} | {readonly profile?: undefined; readonly host: string};

/** An earlier upload by its number. Without a profile, its workspace is known only from the history. */
export type PastUpload = TokenSubject & {readonly id: number};
/** The target of a profile. */
export type ProfileDestination = {readonly destination: UploadDestination; readonly tokenRequest: TokenPrompt};

/** An earlier upload: a title, a detail, and all its facts. */
export type PastUploadSummary = PastUpload &
	UploadDetails & {
		readonly detail: string;
		/** True if its sync can be watched again. */
		readonly isWatchable: boolean;
		/** True if its snapshot can be sent again. */
		readonly isRepeatable: boolean;
	};

/** A profile whose settings cannot be read. */
export type UnreadableProfile = {readonly name: string; readonly message: string};

/** The services of home. */
export type HomeServices = {
	profiles(): Promise<{readonly profiles: readonly HomeProfile[]; readonly damaged: readonly UnreadableProfile[]}>;
	/** Opens a profile with its stored token, or with `account`. @throws UserError */
	openProfile(
		name: string,
		account: ConnectedWorkspace | undefined,
		signal: AbortSignal,
	): Promise<OpenResult<OpenTarget>>;
	/** Connects to the target of a profile, whatever its file is, with a token as above. @throws UserError */
	openDestination(
		name: string,
		account: ConnectedWorkspace | undefined,
		signal: AbortSignal,
	): Promise<OpenResult<ProfileDestination>>;
	/** Stores a token where the profile stores its token. Returns what else the user must know. */
	keepToken(name: string, account: ConnectedWorkspace, signal: AbortSignal): Promise<readonly string[]>;
	openFile(path: string): OpenTarget;
	/** Returns the file of a profile without its workspace. @throws UserError */
	profileFile(name: string): Promise<OpenTarget>;
	editableProfile(name: string): Promise<EditableProfile>;
	/** Removes a profile and its token. Returns a note about tokens that may remain. */
	remove(name: string, signal: AbortSignal): Promise<string | undefined>;
	/** Starts the sandbox with the example file, or reuses the running one. */
	sandbox(): Promise<OpenTarget>;
};

/** The services for the uploads of the history. */
export type PastUploadServices = {
	/** True if there is any upload. @throws UserError */
	hasUploads(): boolean;
	/** Returns all uploads, or those to the target of a profile, newest first. @throws UserError */
	list(profile: string | undefined): Promise<readonly PastUploadSummary[]>;
	/** Prepares to watch the sync of an upload, with the stored token of a profile or with `account`. @throws UserError */
	openWatch(
		upload: PastUpload,
		account: ConnectedWorkspace | undefined,
		signal: AbortSignal,
	): Promise<OpenResult<EarlierUploadRun>>;
	/** Prepares to send the snapshot of an upload again, with a token as above. @throws UserError */
	openRollback(
		upload: PastUpload,
		account: ConnectedWorkspace | undefined,
		signal: AbortSignal,
	): Promise<OpenResult<EarlierUploadRun>>;
};

export type AppServices = {
	readonly setup: SetupServices;
	readonly files: FileServices;
	readonly home: HomeServices;
	readonly uploads: PastUploadServices;
};
