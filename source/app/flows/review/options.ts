import type {Ending} from '../../../job/ending.ts';
import type {Recipe} from '../../../mapping/recipe.ts';
import type {ReadOptions} from '../../../session/read-options.ts';
import type {PathServices} from '../../services/files.ts';
import type {OpenTarget} from '../../services/open-target.ts';
import type {UploadDestination} from '../../start-job.ts';
import type {UnsavedEdits} from '../unsaved-edits.ts';

/** The end of a review; `reopen` opens the files again, one of them read in another way, and restores unsaved edits with or without a question. */
export type ReviewResult =
	| {readonly kind: 'closed'}
	| {
			readonly kind: 'reopen';
			readonly path: string;
			readonly reading: ReadOptions;
			readonly edits: 'ask' | 'restore';
			readonly firstScreen?: FirstScreen | undefined;
	  };

/**
The first screen. The plan of the upload is shown only if the file has no errors: the way back from `preview` closes the file, that from
`preview-of-file` leads to its rows.
*/
export type FirstScreen = 'rows' | 'preview' | 'preview-of-file';

/** The open files that are to be uploaded, and how the first one is read. */
export type FilesToUpload = {readonly paths: readonly [string, ...string[]]; readonly recipe: Recipe};

/** Connects when an upload begins: asks for a target, or loads a token. Each returns `undefined` if the user goes back. */
export type Connector = {
	connect(files: FilesToUpload): Promise<UploadDestination | undefined>;
	/** Connects for the same upload of files that were opened again, without asking what is known. */
	connectAgain(files: FilesToUpload): Promise<UploadDestination | undefined>;
};

/** Where an upload gets its destination. */
export type UploadConnection =
	| {readonly kind: 'connected'; readonly destination: UploadDestination}
	| {readonly kind: 'on-upload'; readonly connector: Connector}
	| {readonly kind: 'impossible'; readonly why: string};

export type ReviewOptions = {
	readonly target: OpenTarget;
	readonly connection: UploadConnection;
	readonly firstScreen: FirstScreen;
	readonly paths: PathServices;
	readonly edits: UnsavedEdits;
	/** Called when an upload has ended. `isRun` is false if the user went back from the preview. */
	onUploadEnd(ending: Ending, how: {readonly isRun: boolean}): void;
	/** Called with a message when edits were saved, or when a save ends after the app was closed. */
	onSave(path: string, text: string): void;
	/** Called with a message about the unsaved edits of a file that the journal keeps, `undefined` if there are none. `opening` is path and encoding. */
	onEditsKept(opening: string, text: string | undefined): void;
};
