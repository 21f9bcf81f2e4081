import type {FileState} from '../../records/source/file-state.ts';
import type {FileCheckState} from '../file-check.ts';

/** The file that a thread checks, and the name of its kind. */
export type CheckOrder = {readonly path: string; readonly kind: string};

/** The messages of the thread. */
export type CheckMessage =
	| {readonly kind: 'progress'; readonly bytes: number}
	| {readonly kind: 'checked'; readonly opened: FileState; readonly state: FileCheckState}
	/** The file could not be read or is of another kind now. */
	| {readonly kind: 'failed'};
