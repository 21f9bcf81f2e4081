import type {AppServices} from '../../services.ts';
import type {Stage} from '../../stage.ts';
import {ProfileTokens} from '../profile-tokens.ts';
import type {ReviewOptions} from '../review/options.ts';
import type {StartOption} from '../start-options.ts';

/** Where the runs and saves of a visit are noted. */
export type HomeCallbacks = Pick<ReviewOptions, 'onUploadEnd' | 'onSave' | 'onEditsKept'>;

/** One visit of home: what is remembered from one errand to the next. */
export type HomeContext = {
	readonly stage: Stage;
	readonly services: AppServices;
	readonly callbacks: HomeCallbacks;
	readonly tokens: ProfileTokens;
	/** The profile that was used last. */
	selected: string | undefined;
	/** What was just done. */
	notice: string | undefined;
	/** The start option that was chosen last. */
	startOption: StartOption | undefined;
};

export function createHomeContext(stage: Stage, services: AppServices, callbacks: HomeCallbacks): HomeContext {
	const tokens = new ProfileTokens(stage, services);
	return {stage, services, callbacks, tokens, selected: undefined, notice: undefined, startOption: undefined};
}
