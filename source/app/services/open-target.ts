import type {FileKind} from '../../kinds/file-kind.ts';
import type {Recipe} from '../../mapping/recipe.ts';
import type {ReadOptions} from '../../session/read-options.ts';
import type {UploadDestination} from '../start-job.ts';
import type {JournalOpener} from './journals.ts';
import type {TokenPrompt} from './workspace.ts';

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
