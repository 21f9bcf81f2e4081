import type {UserError} from '../errors/user-error.ts';
import type {FileKind} from '../kinds/file-kind.ts';
import type {NamedColumns} from '../kinds/header.ts';
import type {Encoding} from '../records/source/encoding.ts';
import type {Journal, JournalEntry} from '../session/journal.ts';
import type {Reading} from '../session/reading.ts';
import type {HomeProfile} from './screens/home/state.ts';
import type {JobRun, UploadDestination} from './start-job.ts';

/** A workspace that can be connected to. */
export type Workspace = {
	/** us, eu, apac or an own address. */
	readonly url: string;
	readonly host: string;
	/** What people call it. */
	readonly name: string;
	/** The page on which a token is made. */
	readonly tokenPage: string;
	/** Whether it is a region of the cloud: then a token may be of another one. */
	readonly isRegion: boolean;
};

/** A place in a workspace that takes files. */
export type NamedItem = {readonly id: string; readonly name: string};

/** A workspace that has taken a token. It holds the token, and does not show it. */
export type ConnectedWorkspace = {
	/** The host that has taken the token: it is for no other. */
	readonly host: string;
	/** Whose token it is, if the workspace says so. */
	readonly owner: string | undefined;
	integrations(signal: AbortSignal): AsyncGenerator<readonly NamedItem[], void, void>;
	teams(signal: AbortSignal): Promise<readonly NamedItem[]>;
};

/** What came of trying a token. */
export type TokenCheckResult =
	| {readonly kind: 'good'; readonly account: ConnectedWorkspace}
	/** The workspace, or a look at the token itself, says no. */
	| {readonly kind: 'bad'; readonly message: string; readonly refused: boolean};

/** Where a token is kept. `environment`: it is read from there each time. */
export type TokenStorage = 'keyring' | 'file' | 'session' | 'environment';

export type IntegrationRequest = {readonly name: string; readonly type: string; readonly teams: readonly string[]};

/** A file that was looked at: its columns, and the fields that none of them holds. */
export type InspectedFile = {
	readonly path: string;
	readonly kind: FileKind;
	readonly labels: readonly string[];
	readonly missing: readonly string[];
	/** Where it is not UTF-8, what it looks like. */
	readonly encoding?: Encoding | undefined;
};

/** Everything that a set-up has found out. */
export type ProfileDraft = {
	readonly name: string;
	/** The profile that is changed, by its old name. */
	readonly replaces: string | undefined;
	readonly workspace: Workspace;
	/** Absent when the token stays as it is stored. */
	readonly connection: ConnectedWorkspace | undefined;
	readonly tokenStorage: TokenStorage;
	readonly integration:
		| {readonly kind: 'there'; readonly place: NamedItem}
		| {readonly kind: 'new'; readonly wanted: IntegrationRequest};
	readonly file: InspectedFile | undefined;
	readonly mapping: NamedColumns;
	readonly safeFixes: boolean;
};

/** What was saved: the integration and the page on which its syncs are seen. */
export type SavedProfile = {
	readonly integration: NamedItem;
	readonly page: string;
	readonly isNewIntegration: boolean;
	/** What else is to be known. */
	readonly notes: readonly string[];
};

/** A profile, as far as a set-up that changes it starts from it. */
export type EditableProfile = {
	readonly name: string;
	readonly workspace: Workspace;
	readonly integration: NamedItem;
	readonly file: string | undefined;
	readonly mapping: NamedColumns;
	readonly safeFixes: boolean;
	readonly tokenStorage: TokenStorage | undefined;
	/** Connects with the token that is stored. */
	connect(signal: AbortSignal): Promise<TokenCheckResult | undefined>;
};

/** What the set-up asks of the world. */
export type SetupServices = {
	/** The regions of the cloud. */
	readonly regions: readonly Workspace[];
	/** Whether SECODA_API_TOKEN is set. */
	readonly hasEnvironmentToken: boolean;
	/** The types that a new integration can have. */
	readonly types: readonly string[];
	/** @throws an error that says what is wrong with the address. */
	workspace(text: string): Workspace;
	/** Whether a catalog answers there. */
	checkHealth(workspace: Workspace, signal: AbortSignal): Promise<void>;
	/** Tries a token: the one that was typed, or that of the environment. */
	checkToken(workspace: Workspace, typed: string | undefined, signal: AbortSignal): Promise<TokenCheckResult>;
	/** Why the keyring cannot be used; `undefined` when it can. */
	keyringError(signal: AbortSignal): Promise<Pick<UserError, 'problem' | 'hint'> | undefined>;
	/** Opens a page in the browser. Answers whether something was there to open it with. */
	openPage(url: string): Promise<boolean>;
	/** The names of all profiles. */
	profileNames(): Promise<readonly string[]>;
	/** What is wrong with a name of a profile. */
	nameError(name: string): string | undefined;
	suggestName(text: string): string;
	/** Makes the integration if it is new, stores the token, saves the profile. The signal ends the wait for the keyring. */
	save(draft: ProfileDraft, signal: AbortSignal): Promise<SavedProfile>;
};

/** Paths, as a person types them. */
export type PathServices = {
	/** What a path that is being typed can become. */
	complete(text: string): Promise<readonly string[]>;
	/** Returns the path that is meant, relative if it was typed so; `~` is the user's home. */
	expand(text: string): string;
	/** Returns the absolute path that is meant. */
	resolve(text: string): string;
};

/** Files, as a person names them. */
export type FileServices = PathServices & {
	recent(): readonly string[];
	inspect(path: string, signal: AbortSignal): Promise<InspectedFile>;
	/** Notes that a file was opened. */
	opened(path: string): void;
};

/** A file that is opened, as far as the journal of its edits depends on it. */
export type JournaledFile = {
	/** Behind symbolic links. */
	readonly path: string;
	readonly encoding: Encoding;
	readonly header: readonly string[];
	/** The columns whose values identify a record. */
	readonly recordColumns: readonly number[];
};

/** Unsaved edits that an earlier opening of the file left. */
export type UnsavedEditsOnDisk = {
	/** ISO date-time of the last change. */
	readonly at: string;
	readonly rows: number;
	/** Whether the file has changed since, as far as that is known: its content, or its columns. */
	readonly change: 'none' | 'content' | 'columns';
	readonly recordColumns: readonly number[];
	/** @throws an error that people can meet */
	entries(): readonly JournalEntry[];
	/** They were restored: the journal of this opening goes on with them. `atStake` rows are in no file now. */
	adopt(atStake: number): void;
	discard(): void;
};

/** The journal of an open file. */
export type FileJournal = {
	readonly journal: Journal;
	readonly earlierEdits: readonly UnsavedEditsOnDisk[];
	/** Another process that has the file open now. */
	readonly otherProcess: {readonly pid: number; readonly since: string; readonly rows: number} | undefined;
	/** Tells why edits cannot be kept; `undefined` when they are again. */
	onFailure(listener: (problem: string | undefined) => void): void;
	/** The edits are saved or discarded. */
	end(): void;
	/** The edits are left to the next opening. */
	release(): void;
};

/** Keeps unsaved edits, so that they survive the program. */
export type JournalOpener = {
	open(file: JournaledFile): Promise<FileJournal>;
};

/** What is opened: a file, how it is read, and where it goes. */
export type OpenTarget = {
	readonly file: string;
	readonly reading: Reading;
	readonly upload: UploadDestination | undefined;
	readonly safeFixes: boolean;
	readonly journals: JournalOpener;
	/** Said on the review screen where nothing can be uploaded. */
	readonly howToConnect: string;
	/** Looks for the way to the workspace when something is to be sent; `undefined` when the person goes back. */
	connect?(): Promise<UploadDestination | undefined>;
	/** Whether the file and all that is saved beside it are removed when the app ends. */
	readonly isTemporary?: boolean;
	/** Said when it is opened, where nothing is wrong with the file as a whole. */
	readonly greeting?: string;
	/** What to ask for when the workspace refuses its token; absent where that is not for the app to ask. */
	readonly tokenRequest?: TokenPrompt;
};

/** That a token is wanted. */
export type TokenPrompt = {
	readonly workspace: Workspace;
	/** Why. */
	readonly reason: string;
	/** Where the profile says that its token is, in words; absent when nowhere. */
	readonly storedIn: string | undefined;
};

/** What was opened, or that a token is wanted first. */
export type OpenResult<Value> =
	| {readonly kind: 'opened'; readonly opened: Value}
	| {readonly kind: 'token-wanted'; readonly wanted: TokenPrompt};

/** The watch of an upload's sync. */
export type SyncWatch = {readonly run: JobRun; readonly tokenRequest: TokenPrompt};

/** An upload that was, in a few words and in all its facts. */
export type PastUploadSummary = {
	readonly title: string;
	readonly detail: string;
	readonly facts: readonly string[];
	/** The number of the upload, where its sync can be watched again. */
	readonly watchable: number | undefined;
};

/** Settings that cannot be read, and what is to be said of them. */
export type UnreadableProfile = {readonly name: string; readonly message: string};

/** What home asks of the world. */
export type HomeServices = {
	/** The profiles, and what is to be said of settings that cannot be read. */
	profiles(): Promise<{readonly profiles: readonly HomeProfile[]; readonly damaged: readonly UnreadableProfile[]}>;
	/** Opens a profile with its stored token, or one that was typed for this time. @throws errors that people can meet */
	openProfile(
		name: string,
		account: ConnectedWorkspace | undefined,
		signal: AbortSignal,
	): Promise<OpenResult<OpenTarget>>;
	/** Prepares the watch of an upload to where a profile sends, with a token as above. @throws errors that people can meet */
	openWatch(
		name: string,
		upload: number,
		account: ConnectedWorkspace | undefined,
		signal: AbortSignal,
	): Promise<OpenResult<SyncWatch>>;
	/** Keeps a token where the profile says that its token is. Returns what else the user must know. */
	keepToken(name: string, account: ConnectedWorkspace, signal: AbortSignal): Promise<readonly string[]>;
	openFile(path: string): OpenTarget;
	/** The file of a profile, without the way to its workspace. @throws errors that people can meet */
	profileFile(name: string): Promise<OpenTarget>;
	editableProfile(name: string): Promise<EditableProfile>;
	/** Answers what is to be said of tokens that may be left. */
	remove(name: string, signal: AbortSignal): Promise<string | undefined>;
	/** What was sent to where a profile sends, newest first. */
	history(name: string): Promise<readonly PastUploadSummary[]>;
	/** Starts a sandbox with the example file, or reuses the one that runs. */
	sandbox(): Promise<OpenTarget>;
};

export type AppServices = {
	readonly setup: SetupServices;
	readonly files: FileServices;
	readonly home: HomeServices;
};
