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

/** The profile whose token is needed, or the host of an upload without a profile. */
export type TokenSubject = {readonly profile: string} | {readonly profile?: undefined; readonly host: string};
