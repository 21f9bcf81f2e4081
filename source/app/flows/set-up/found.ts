import type {FileKind} from '../../../kinds/file-kind.ts';
import type {NamedColumns} from '../../../kinds/header.ts';
import {defaultKind} from '../../../kinds/index.ts';
import type {Account, Draft, FileServices, Keeping, LookedAt, SetupServices, Start, Workspace} from '../../services.ts';
import type {Asker} from '../asker.ts';

/** What a set-up has found out so far. */
export type Found = {
	readonly workspace?: Workspace;
	readonly account?: Account;
	readonly keeping?: Keeping;
	readonly place?: Draft['place'];
	readonly file?: LookedAt;
	readonly mapping?: NamedColumns;
	/** Whether the columns that Secoda does not know were asked about. */
	readonly askedMore?: boolean;
	readonly safeFixes?: boolean;
	readonly name?: string;
	/** The answer that was changed last. */
	readonly changed?: StepName;
};

/** Returns the kind of the file; without one, the kind that files usually have. */
export function kindOf({file}: Found): FileKind {
	return file?.kind ?? defaultKind;
}

/** What a step asks with. */
export type StepContext = {
	readonly asker: Asker;
	readonly setup: SetupServices;
	readonly files: FileServices;
	/** The profile that is changed. */
	readonly start: Start | undefined;
};

export type StepName =
	| 'workspace'
	| 'token'
	| 'keeping'
	| 'place'
	| 'file'
	| 'mapping'
	| 'more-columns'
	| 'name'
	| 'summary';

/** How a step ended. */
export type StepEnd =
	/** `unasked`: it answered itself, so going back does not lead there. */
	| {readonly kind: 'next'; readonly found: Found; readonly unasked?: true}
	| {readonly kind: 'back'}
	/** To another step, and from there on again. */
	| {readonly kind: 'to'; readonly step: StepName; readonly found: Found}
	| {readonly kind: 'save'; readonly draft: Draft};

/** One thing that is asked. */
export type Step = {
	readonly name: StepName;
	/** What its answer is called on the screen. */
	readonly label: string;
	/** Its answer in a few words; `undefined` when there is nothing to tell. */
	told(found: Found): string | undefined;
	/** Whether it has to be asked at all. */
	wanted(found: Found): boolean;
	ask(found: Found, context: StepContext): Promise<StepEnd>;
};

export const back: StepEnd = {kind: 'back'};

export function next(found: Found): StepEnd {
	return {kind: 'next', found};
}
