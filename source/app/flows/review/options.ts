import type {Ending} from '../../../job/ending.ts';
import type {Encoding} from '../../../records/source/encoding.ts';
import type {Opened, PathServices} from '../../services.ts';
import type {UnsavedEdits} from '../unsaved-edits.ts';

/** How a review ended: for good, or to open the file again in another encoding. */
export type ReviewEnd = {readonly kind: 'closed'} | {readonly kind: 'reopen'; readonly encoding: Encoding};

export type ReviewOptions = {
	readonly opened: Opened;
	/** Goes on to the preview when the file has no errors, and from there back to where it was opened. */
	readonly straightToPreview: boolean;
	readonly paths: PathServices;
	readonly edits: UnsavedEdits;
	/** An upload has ended, also one that was given up at its preview: that is no run. */
	ended(ending: Ending, how: {readonly isRun: boolean}): void;
	/** The edits were saved to a file, or a save ended after the app was left: that, in words. */
	saved(path: string, text: string): void;
	/** What is to be said of edits of an opening (a file in an encoding) that the journal keeps; nothing when it keeps none. */
	kept(opening: string, text: string | undefined): void;
};
