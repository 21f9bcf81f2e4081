import type {Ending} from '../../../job/ending.ts';
import type {Encoding} from '../../../records/source/encoding.ts';
import type {OpenTarget, PathServices} from '../../services.ts';
import type {UnsavedEdits} from '../unsaved-edits.ts';

/** How a review ended: for good, or to open the file again in another encoding. */
export type ReviewResult = {readonly kind: 'closed'} | {readonly kind: 'reopen'; readonly encoding: Encoding};

/** What is shown first: the rows, or the preview of the upload when the file has no errors. */
export type FirstScreen = 'rows' | 'preview';

export type ReviewOptions = {
	readonly target: OpenTarget;
	/** From a preview that is shown first one goes back to where the file was opened. */
	readonly firstScreen: FirstScreen;
	readonly paths: PathServices;
	readonly edits: UnsavedEdits;
	/** An upload has ended, also one that was given up at its preview: that is no run. */
	onUploadEnd(ending: Ending, how: {readonly isRun: boolean}): void;
	/** The edits were saved to a file, or a save ended after the app was left: that, in words. */
	onSave(path: string, text: string): void;
	/** What is to be said of edits of an opening (a file in an encoding) that the journal keeps; nothing when it keeps none. */
	onEditsKept(opening: string, text: string | undefined): void;
};
