import type {HomeProfile} from '../screens/home/state.ts';
import type {UploadDestination} from '../start-job.ts';
import type {OpenTarget} from './open-target.ts';
import type {EditableProfile} from './set-up.ts';
import type {ConnectedWorkspace, OpenResult, TokenPrompt} from './workspace.ts';

/** The target of a profile. */
export type ProfileDestination = {readonly destination: UploadDestination; readonly tokenRequest: TokenPrompt};

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
